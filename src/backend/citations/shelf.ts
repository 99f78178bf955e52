/** The library as whoever cites looks at it. */
import type { Document } from '#contract/document.ts'
import type { Comparison } from '#contract/library.ts'
import type { CslItem } from '#domain/citations/items.ts'
import { textItem } from '#domain/citations/texts.ts'
import { workItem } from '#domain/citations/works.ts'
import { citedIn, type Library } from '../library/library.ts'

/** @returns an entry as a source: a reference, a work, or a text of a pack; nothing for what is none. */
export function itemOf(library: Library, id: string): CslItem | undefined {
	const entry = library.entries.get(id)
	if (entry?.kind === 'work') return workItem(entry.item)
	if (entry?.kind === 'reference') return entry.item.csl as CslItem
	if (!entry || entry.kind === 'depiction') return undefined
	const { pack } = entry.item
	return textItem(
		entry.item,
		library.packs.find((one) => one.id === pack),
	)
}

/**
 * @param ids of anything in the library: a depiction stands for its work, a text or comparison for what it tells and cites
 * @returns works and references, each once, in that order
 * @throws Failure NOT_FOUND as `entry`
 */
export function sourcesOf(library: Library, ids: readonly string[]): CslItem[] {
	const wanted = new Set(ids.flatMap((id) => behind(library, id)))
	return [...wanted].flatMap((id) => itemOf(library, id) ?? [])
}

/** @returns every work and reference of the library. */
export const allSources = (library: Library): CslItem[] =>
	[...library.entries.values()].flatMap(({ kind, item }) =>
		kind === 'work' || kind === 'reference' ? (itemOf(library, item.id) ?? []) : [],
	)

function behind(library: Library, id: string): string[] {
	const { kind, item } = library.entry(id)
	if (kind === 'work' || kind === 'reference') return [id]
	if (kind === 'depiction') return [item.work]
	if (kind !== 'comparison') return inDocument(item)
	return [...inComparison(library, item)]
}

const inDocument = (document: Document): string[] => [
	...document.depictions.map(({ work }) => work),
	...citedIn(document),
]
const inComparison = (library: Library, comparison: Comparison): string[] => [
	...[...comparison.tropes, ...comparison.articles].flatMap((id) => behind(library, id)),
	...comparison.points.flatMap(({ references }) => references),
]
