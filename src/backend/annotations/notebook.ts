/** The notebook: what the reader's annotations are narrowed to, in groups; ids alone, for a window that shows a few of them. */
import type { Notebook, NotebookQuery } from '#contract/annotations.ts'
import type { WorkerClient } from '#contract/index.ts'
import { groupsOf, noteFacets, type Shelf, waits } from '#domain/annotations/notebook.ts'
import { shelfOf } from '#domain/annotations/shelf.ts'
import { countFacets, meetsChoice } from '#domain/facets.ts'
import type { AnnotationStore } from './store.ts'

/** A facet offers so many values, the most frequent first: beyond that, words find more quickly. */
const mostValues = 100

/** @returns the notebook as it is asked for. */
export function notebookOf(store: AnnotationStore, { by, choice, words, also }: NotebookQuery, shelf: Shelf): Notebook {
	const all = store.entries.all()
	const holding = store.holding(words)
	const named = holding ? all.filter(({ number, id }) => holding.has(number) || id === also) : all
	const shown = named.filter((entry) => meetsChoice(noteFacets, entry, choice) || entry.id === also)
	return {
		total: all.length,
		waiting: all.filter(waits).length,
		facets: countFacets(noteFacets, named, choice, mostValues),
		groups: groupsOf(shown, by, shelf).map(({ key, annotations }) => ({ key, ids: annotations.map(({ id }) => id) })),
	}
}

/** @returns what the notebook has to know of the library. */
export async function askedShelf(library: WorkerClient['library']): Promise<Shelf> {
	const items = await library.list({})
	const shown = await Promise.all(
		items.filter(({ kind }) => kind === 'comparison').map(({ id }) => library.show({ id })),
	)
	return shelfOf(
		items,
		shown.flatMap((one) => (one.kind === 'comparison' ? [one.item] : [])),
	)
}
