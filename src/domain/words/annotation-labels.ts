/** How colours, relations and kinds of annotations read on screen and in exports. */
import type { HighlightColour, Motivation, Relation } from '#contract/annotations.ts'

export const colourLabels: Record<HighlightColour, string> = {
	yellow: 'Yellow',
	green: 'Green',
	blue: 'Blue',
	pink: 'Pink',
	violet: 'Violet',
}
export const motivationLabels: Record<Motivation, string> = {
	highlighting: 'Highlight',
	commenting: 'Note',
	questioning: 'Question',
	linking: 'Link',
}
/** What the first passage of a link does with the second. */
export const relationLabels: Record<Relation, string> = {
	contradicts: 'Contradicts',
	exaggerates: 'Exaggerates',
	simplifies: 'Simplifies',
	supports: 'Supports',
	omits: 'Omits',
	asks: 'Asks about',
}
/** The same, seen from the second passage. */
export const backRelationLabels: Record<Relation, string> = {
	contradicts: 'Contradicted by',
	exaggerates: 'Exaggerated by',
	simplifies: 'Simplified by',
	supports: 'Supported by',
	omits: 'Omitted by',
	asks: 'Asked about by',
}
