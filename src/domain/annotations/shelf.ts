/** What the notebook has to know of the library: titles, and which texts stand in which comparison. */
import type { Comparison, LibraryItem } from '#contract/library.ts'
import type { Shelf } from './notebook.ts'

/** @returns the source that stands for an item; undefined for what notes are not about. */
const sourceOf = ({ kind, id }: Pick<LibraryItem, 'kind' | 'id'>): string | undefined => {
	if (kind === 'comparison') return `compare/${id}`
	return kind === 'trope' || kind === 'article' ? `read/${id}` : undefined
}

export function shelfOf(
	items: readonly Pick<LibraryItem, 'kind' | 'id' | 'title'>[],
	comparisons: readonly Pick<Comparison, 'id' | 'tropes' | 'articles'>[],
): Shelf {
	const titles = new Map(items.map((item) => [sourceOf(item), item.title]))
	const around = new Map<string, string[]>()
	for (const { id, tropes, articles } of comparisons)
		for (const text of [...tropes, ...articles])
			around.set(`read/${text}`, [...(around.get(`read/${text}`) ?? []), `compare/${id}`])
	return {
		titleOf: (whole) => titles.get(whole) ?? whole.replace(/^[^/]*\//, ''),
		comparisonsOf: (whole) => (whole.startsWith('compare/') ? [whole] : (around.get(whole) ?? [])),
	}
}
