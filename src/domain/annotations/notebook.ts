/** The notebook: what the reader's annotations can be narrowed by, and the groups that they are shown in. */
import type { Annotation, Source } from '#contract/annotations.ts'
import { highlightColours, type motivations, relations } from '#contract/tokens.ts'
import type { Choice, Facets } from '../facets.ts'

export const noteFacetKeys = ['state', 'kind', 'colour', 'tag', 'document'] as const
export type NoteFacetKey = (typeof noteFacetKeys)[number]
export type NoteChoice = Choice<NoteFacetKey>

/** What an annotation is to its reader: why it was made, or a note about nothing in particular. */
export type NoteKind = (typeof motivations)[number] | 'free'
export const kindOf = ({ motivation, targets }: Annotation): NoteKind => (targets.length ? motivation : 'free')

/** @returns the whole that a source belongs to: its text, or the comparison of a point. */
export const wholeOf = (source: Source): string => source.split('/').slice(0, 2).join('/')

const once = <T>(values: readonly T[]): T[] => [...new Set(values)]

export const noteFacets: Facets<Annotation, NoteFacetKey> = {
	keys: noteFacetKeys,
	valuesOf(annotation, key) {
		const { targets } = annotation
		if (key === 'kind') return [kindOf(annotation)]
		if (key === 'colour') return [annotation.colour]
		if (key === 'tag') return annotation.tags
		if (key === 'document') return once(targets.map(({ source }) => wholeOf(source)))
		return once(targets.map(({ state }) => state))
	},
}

/** @returns whether one of its passages waits for the reader: it may have moved, or is gone. */
export const waits = ({ targets }: Annotation): boolean =>
	targets.some(({ state }) => state === 'review' || state === 'orphan')

export const groupings = ['date', 'document', 'comparison', 'tag', 'colour', 'relation'] as const
export type Grouping = (typeof groupings)[number]

/** What the groups need to know of the library. */
export interface Shelf {
	/** The comparisons that a text stands in, as sources: `compare/…`. */
	comparisonsOf: (whole: string) => readonly string[]
	/** Title of a text or a comparison. */
	titleOf: (whole: string) => string
}

export interface Group {
	/** A token, a tag, a source, a day (`2026-11-22`); nothing for what belongs to no group. */
	key: string
	annotations: Annotation[]
}

/** @returns the day of a moment where the reader is: `2026-11-22`. */
export function dayOf(at: number): string {
	const date = new Date(at)
	const two = (count: number) => String(count).padStart(2, '0')
	return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
}

function groupsOfOne(annotation: Annotation, by: Grouping, shelf: Shelf): readonly string[] {
	if (by === 'date') return [dayOf(annotation.created)]
	if (by === 'colour') return [annotation.colour]
	if (by === 'relation') return [annotation.relation ?? '']
	if (by === 'tag') return annotation.tags
	const wholes = noteFacets.valuesOf(annotation, 'document')
	return by === 'document' ? wholes : once(wholes.flatMap(shelf.comparisonsOf))
}

/** How two groups of a kind follow one another. What belongs to no group comes last. */
function orderOf(by: Grouping, { titleOf }: Shelf): (a: Group, b: Group) => number {
	if (by === 'date') return (a, b) => (a.key < b.key ? 1 : -1)
	const tokens: readonly string[] | undefined =
		by === 'colour' ? highlightColours : by === 'relation' ? relations : undefined
	const compare = new Intl.Collator('en', { numeric: true }).compare
	const name = by === 'tag' ? (key: string) => key : titleOf
	return (a, b) => {
		if (!a.key || !b.key) return a.key ? -1 : 1
		return tokens ? tokens.indexOf(a.key) - tokens.indexOf(b.key) : compare(name(a.key), name(b.key))
	}
}

/** Where an annotation stands in a text; what is about the whole of it comes first. */
const placeIn = (annotation: Annotation, whole: string): readonly [string, number] => {
	const target = annotation.targets.find(({ source }) => wholeOf(source) === whole)
	return [target?.source ?? '', target?.selector?.start ?? -1]
}

/**
 * @param annotations in the order in which they were made
 * @returns groups with what is in them: in a text in the order of the text, elsewhere newest first. An annotation with two
 *   tags, or a link between two texts, stands in both groups.
 */
export function groupsOf(annotations: readonly Annotation[], by: Grouping, shelf: Shelf): Group[] {
	const groups = new Map<string, Group>()
	for (const annotation of annotations.toReversed()) {
		const keys = groupsOfOne(annotation, by, shelf)
		for (const key of keys.length ? keys : ['']) {
			const group = groups.get(key) ?? { key, annotations: [] }
			group.annotations.push(annotation)
			groups.set(key, group)
		}
	}
	if (by === 'document')
		for (const { key, annotations: some } of groups.values()) {
			const places = new Map(some.map((annotation) => [annotation, placeIn(annotation, key)]))
			some.sort((a, b) => {
				const [sourceA, startA] = places.get(a) ?? ['', 0]
				const [sourceB, startB] = places.get(b) ?? ['', 0]
				return sourceA === sourceB ? startA - startB : sourceA < sourceB ? -1 : 1
			})
		}
	return [...groups.values()].sort(orderOf(by, shelf))
}
