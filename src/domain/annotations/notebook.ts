/** The notebook: what the reader's annotations can be narrowed by, and the groups that they are shown in. */
import type { Annotation, Selector, Source, Target } from '#contract/annotations.ts'
import { type groupings, highlightColours, type motivations, noteFacetKeys, relations } from '#contract/tokens.ts'
import type { Choice, Facets } from '../facets.ts'

/** As much of an annotation as the notebook has to know to narrow, group and order it. */
export interface Noted extends Pick<Annotation, 'motivation' | 'colour' | 'relation' | 'tags' | 'created'> {
	targets: readonly (Pick<Target, 'source' | 'state'> & { selector?: Pick<Selector, 'start'> | undefined })[]
}

export type NoteFacetKey = (typeof noteFacetKeys)[number]
export type NoteChoice = Choice<NoteFacetKey>

/** What an annotation is to its reader: why it was made, or a note about nothing in particular. */
export type NoteKind = (typeof motivations)[number] | 'free'
export const kindOf = ({ motivation, targets }: Pick<Noted, 'motivation' | 'targets'>): NoteKind =>
	targets.length ? motivation : 'free'

/** @returns the whole that a source belongs to: its text, or the comparison of a point. */
export function wholeOf(source: Source): string {
	const end = source.indexOf('/', source.indexOf('/') + 1)
	return end < 0 ? source : source.slice(0, end)
}

const once = <T>(values: readonly T[]): readonly T[] => (values.length < 2 ? values : [...new Set(values)])

export const noteFacets: Facets<Noted, NoteFacetKey> = {
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
export const waits = ({ targets }: Pick<Noted, 'targets'>): boolean =>
	targets.some(({ state }) => state === 'review' || state === 'orphan')

export type Grouping = (typeof groupings)[number]

/** What the groups need to know of the library. */
export interface Shelf {
	/** The comparisons that a text stands in, as sources: `compare/…`. */
	comparisonsOf: (whole: string) => readonly string[]
	/** Title of a text or a comparison. */
	titleOf: (whole: string) => string
}

export interface Group<N extends Noted = Noted> {
	/** A token, a tag, a source, a day (`2026-11-22`); nothing for what belongs to no group. */
	key: string
	annotations: N[]
}

/** @returns the day of a moment where the reader is: `2026-11-22`. */
export function dayOf(at: number): string {
	const date = new Date(at)
	const two = (count: number) => String(count).padStart(2, '0')
	return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
}

function groupsOfOne(annotation: Noted, by: Grouping, shelf: Shelf): readonly string[] {
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
const placeIn = (annotation: Noted, whole: string) => {
	const target = annotation.targets.find(({ source }) => wholeOf(source) === whole)
	return { source: target?.source ?? '', start: target?.selector?.start ?? -1 }
}

/**
 * @param annotations in the order in which they were made
 * @returns groups with what is in them: in a text in the order of the text, elsewhere newest first. An annotation with two
 *   tags, or a link between two texts, stands in both groups.
 */
export function groupsOf<N extends Noted>(annotations: readonly N[], by: Grouping, shelf: Shelf): Group<N>[] {
	const groups = new Map<string, Group<N>>()
	for (const annotation of annotations.toReversed()) {
		const keys = groupsOfOne(annotation, by, shelf)
		for (const key of keys.length ? keys : ['']) {
			const group = groups.get(key) ?? { key, annotations: [] }
			group.annotations.push(annotation)
			groups.set(key, group)
		}
	}
	if (by === 'document')
		for (const group of groups.values())
			group.annotations = group.annotations
				.map((annotation) => ({ annotation, ...placeIn(annotation, group.key) }))
				.sort((a, b) => (a.source === b.source ? a.start - b.start : a.source < b.source ? -1 : 1))
				.map(({ annotation }) => annotation)
	return [...groups.values()].sort(orderOf(by, shelf))
}
