import { ItemKind, type LibraryItem } from '#contract/library.ts'
import type { Command } from '../command.ts'
import { columns, count, words } from '../text.ts'
import { suggestion, Usage } from '../usage.ts'

/** @returns what a list says of an item beside its id and title. */
function details({ creators, medium, year, treatment, points, depictions }: LibraryItem): string {
	return [
		creators,
		medium && words(medium),
		// A byline ends with the year already.
		!creators && year && (year < 0 ? `${-year} BCE` : String(year)),
		treatment && words(treatment),
		points && count(points, 'point'),
		depictions && count(depictions, 'depiction'),
	]
		.filter(Boolean)
		.join(', ')
}

function readable(items: LibraryItem[], width: number): string {
	const groups = ItemKind.options
		.map((kind) => ({ kind, rows: items.filter((item) => item.kind === kind) }))
		.filter(({ rows }) => rows.length > 0)
	return groups
		.map(({ kind, rows }) => {
			const table = columns(
				rows.map((item) => [item.id, item.title, details(item)]),
				width - 2,
			)
			return `${count(rows.length, kind)}\n${table.replace(/^/gm, '  ')}\n`
		})
		.join('\n')
}

export const libraryList: Command = {
	words: ['library', 'list'],
	takes: `[--kind ${ItemKind.options.join('|')}]`,
	summary: 'what is in the library',
	options: ['kind'],
	operands: [0, 0],
	async run({ values, io, open, answer }) {
		const kind = values.kind === undefined ? undefined : ItemKind.safeParse(values.kind)
		if (kind?.success === false) {
			throw new Usage(`The library has no kind “${values.kind}”.`, suggestion(String(values.kind), ItemKind.options))
		}
		const client = await open()
		const items = await client.library.list(kind ? { kind: kind.data } : {}, { signal: io.stop })
		await answer(items, () =>
			items.length === 0 ? 'The library has nothing of this kind.\n' : readable(items, io.width),
		)
		return 0
	},
}
