/** What is said of a mark to those who hear the window. */
import { type Mark, shortened } from '#domain/annotations/passages.ts'
import { backRelationLabels, colourLabels, motivationLabels, relationLabels } from '#domain/words/annotation-labels.ts'

/** @returns one sentence or two: `Note, green: “Too neat.”` */
export function spoken({ annotation, target }: Mark): string {
	const { motivation, colour, comment, relation } = annotation
	if (motivation === 'highlighting' && !comment) return `Highlighted, ${colourLabels[colour].toLowerCase()}.`
	const of = relation
		? `, ${(target ? backRelationLabels : relationLabels)[relation].toLowerCase()} another passage`
		: ''
	const words = comment ? `: “${shortened(comment, 200)}”` : ''
	return `${motivationLabels[motivation]}${of}${words}.`
}
