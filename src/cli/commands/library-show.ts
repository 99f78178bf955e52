import { nearest } from '#backend/nearest.ts'
import type { Client } from '#contract/index.ts'
import type { LibraryItem } from '#contract/library.ts'
import { Id } from '#contract/text.ts'
import type { Command } from '../command.ts'
import { type Cover, readCover } from '../cover.ts'
import { Refusal } from '../refusal.ts'
import { showComparison } from '../show/comparison.ts'
import { showDocument } from '../show/document.ts'
import { showDepiction, showReference, showWork } from '../show/entry.ts'

type Entry = Awaited<ReturnType<Client['library']['show']>>

async function readable(entry: Entry, row: LibraryItem | undefined, client: Client, cover: Cover, width: number) {
	switch (entry.kind) {
		case 'comparison':
			return showComparison(entry.item, cover, width)
		case 'article':
		case 'trope': {
			const { references } = await client.library.document({ id: entry.item.id })
			return showDocument(entry.item, references, cover, width)
		}
		case 'depiction':
			return showDepiction(entry.item, row, cover, width)
		case 'work':
			return showWork(entry.item, width)
		case 'reference':
			return showReference(entry.item, width)
	}
}

export const libraryShow: Command = {
	words: ['library', 'show'],
	takes: 'ID',
	summary: 'one entry of the library, whatever its kind',
	options: [],
	operands: [1, 1],
	async run({ operands: [id = ''], io, open, answer }) {
		const client = await open()
		const rows = await client.library.list({})
		const row = rows.find((item) => item.id === id)
		if (!row || !Id.safeParse(id).success) {
			const near = nearest(
				id,
				rows.map((item) => item.id),
			)
			throw new Refusal(
				`The library has nothing called “${id}”.`,
				near ? `Did you mean “${near}”?` : '“library list” names everything in it.',
			)
		}
		const entry = await client.library.show({ id })
		// What the list says of it, and all the rest.
		await answer({ ...row, ...entry.item, kind: entry.kind }, async () => {
			const cover = await readCover(client)
			return `${await readable(entry, row, client, cover, io.width)}${cover.hint()}`
		})
		return 0
	},
}
