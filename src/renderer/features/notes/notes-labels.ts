/** How groups, kinds and states of notes read. */
import type { HighlightColour, Relation, Target } from '#contract/annotations.ts'
import { dayOf, type Grouping, type NoteFacetKey, type NoteKind, type Shelf } from '#domain/annotations/notebook.ts'
import { motivationLabels, relationLabels } from '#domain/words/annotation-labels.ts'

type ColourNames = Readonly<Record<HighlightColour, string>>

export const facetTitles: Record<NoteFacetKey, string> = {
	state: 'Passage',
	kind: 'Kind',
	colour: 'Colour',
	tag: 'Tag',
	document: 'Text',
}
export const groupingLabels: Record<Grouping, string> = {
	date: 'Date',
	document: 'Text',
	comparison: 'Comparison',
	tag: 'Tag',
	colour: 'Colour',
	relation: 'Relation',
}
const kinds: Record<NoteKind, string> = { ...motivationLabels, free: 'Free note' }
export const kindLabel = (kind: NoteKind): string => kinds[kind]

const states: Record<Target['state'], string> = {
	anchored: 'In its place',
	review: 'To be checked',
	orphan: 'Not found any more',
	detached: 'Let go',
}

export function facetLabel(key: NoteFacetKey, value: string, shelf: Shelf, colours: ColourNames): string {
	if (key === 'kind') return kindLabel(value as NoteKind)
	if (key === 'colour') return colours[value as HighlightColour]
	if (key === 'state') return states[value as Target['state']]
	return key === 'document' ? shelf.titleOf(value) : value
}

const none: Partial<Record<Grouping, string>> = {
	document: 'About no text',
	comparison: 'In no comparison',
	tag: 'Without a tag',
	relation: 'Not links',
}
const longDay = new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })

/** @param now milliseconds since 1970 */
export function groupLabel(by: Grouping, key: string, shelf: Shelf, colours: ColourNames, now = Date.now()): string {
	if (!key) return none[by] ?? ''
	if (by === 'tag') return key
	if (by === 'colour') return colours[key as HighlightColour]
	if (by === 'relation') return relationLabels[key as Relation]
	if (by !== 'date') return shelf.titleOf(key)
	const [year = 0, month = 1, day = 1] = key.split('-').map(Number)
	const date = new Date(year, month - 1, day)
	const today = new Date(now)
	if (key === dayOf(now)) return 'Today'
	const yesterday = new Date(today.getFullYear(), today.getMonth(), today.getDate() - 1)
	return key === dayOf(yesterday.getTime()) ? 'Yesterday' : longDay.format(date)
}
