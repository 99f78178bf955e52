/** The library as rows of a list. */
import type { Depiction } from '#contract/document.ts'
import type { FindingEntry, ItemKind, LibraryItem, Work } from '#contract/library.ts'
import { byline, creatorName } from '#domain/words/labels.ts'
import type { Entry, Library } from './library.ts'

/** @returns the rows of one kind, or of all, in the order of the packs. */
export function itemsOf(library: Library, kind?: ItemKind): LibraryItem[] {
	return [...library.entries.values()]
		.filter((entry) => !kind || entry.kind === kind)
		.map((entry) => itemOf(library, entry))
}

function itemOf(library: Library, entry: Entry): LibraryItem {
	if (entry.kind === 'depiction') return depictionItem(library, entry.item)
	if (entry.kind === 'work') return workItem(entry.item)
	if (entry.kind === 'reference') {
		const { id, csl, label } = entry.item
		return { id, kind: 'reference', title: String(csl.title ?? label), summary: label, side: 'reality' }
	}
	const { id, title, summary, topics, contentNotes } = entry.item
	const shared = { id, title, summary, topics, contentNotes }
	if (entry.kind === 'comparison') {
		const { points } = entry.item
		return { ...shared, kind: 'comparison', points: points.length, verdicts: points.map((point) => point.verdict) }
	}
	return entry.kind === 'article'
		? { ...shared, kind: 'article', side: 'reality' }
		: { ...shared, kind: 'trope', side: 'fiction', depictions: entry.item.depictions.length }
}

function depictionItem(library: Library, depiction: Depiction): LibraryItem {
	const { id, work, trope, treatment, outcome, contentNotes, spoiler } = depiction
	const found = library.entries.get(work)
	const known = found?.kind === 'work' ? found.item : undefined
	const document = library.entries.get(trope)
	const stances = stancesOf(library, id)
	return {
		id,
		kind: 'depiction',
		title: known?.title ?? work,
		side: 'fiction',
		work,
		...(known ? { medium: known.medium, year: known.year, creators: byline(known) } : {}),
		treatment,
		outcome,
		trope,
		contentNotes,
		spoiler,
		topics: document?.kind === 'trope' ? document.item.topics : [],
		verdicts: stances.map(({ verdict }) => verdict),
		stances: stances.map(({ comparison, point, stance }) => ({ comparison, point, stance })),
	}
}

/** The points that a depiction takes a stance on, with their verdicts. */
const stancesOf = (library: Library, depiction: string) =>
	library
		.comparisons()
		.flatMap((comparison) =>
			comparison.points.flatMap(({ id: point, verdict, stances }) =>
				stances
					.filter((entry) => entry.depiction === depiction && entry.stance !== 'open')
					.map(({ stance }) => ({ comparison: comparison.id, point, verdict, stance })),
			),
		)

/** @returns the findings of all comparisons, in their order. */
export const findingsOf = (library: Library): FindingEntry[] =>
	library.comparisons().flatMap((comparison) =>
		comparison.points.map(({ id: point, dimension, claim, finding, verdict }) => ({
			comparison: comparison.id,
			comparisonTitle: comparison.title,
			point,
			dimension,
			claim,
			finding,
			verdict,
		})),
	)

const workItem = (work: Work): LibraryItem => ({
	id: work.id,
	kind: 'work',
	title: work.title,
	side: 'fiction',
	medium: work.medium,
	year: work.year,
	creators: byline(work),
	people: [...new Set(work.creators.map(creatorName))],
})
