/** Creators as entries of their own, gathered from the works. */
import type { LibraryItem } from '#contract/library.ts'

/** A row of the library page: what the contract lists, and creators. */
export type Row = Omit<LibraryItem, 'kind'> & { kind: LibraryItem['kind'] | 'creator' }

/** @returns one row a person or company, with their works, by name */
export function creatorsOf(items: readonly LibraryItem[]): Row[] {
	const works = new Map<string, string[]>()
	for (const item of items)
		if (item.kind === 'work')
			for (const name of item.people ?? []) works.set(name, [...(works.get(name) ?? []), item.title])
	return [...works]
		.sort(([a], [b]) => lastName(a).localeCompare(lastName(b), 'en'))
		.map(([name, titles]) => ({
			id: name,
			kind: 'creator',
			title: name,
			side: 'fiction',
			summary: titles.join(', '),
			people: [name],
		}))
}

const lastName = (name: string) => name.split(' ').at(-1) ?? name
