import { open, stat } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import type { ImportSummary } from '#contract/cards/transfer.ts'
import { partBytes } from '#contract/cards/words.ts'
import type { Client } from '#contract/index.ts'
import type { Command } from '../command.ts'
import type { Io } from '../io.ts'
import { showProgress } from '../progress.ts'
import { Refusal } from '../refusal.ts'
import { count, wrap } from '../text.ts'

/** Hands a file over. @returns its number */
async function handedOver(name: string, { cards }: Client): Promise<number> {
	try {
		const { size } = await stat(name)
		const { file } = await cards.transfer.begin({ name: basename(name).slice(0, 500), bytes: size })
		const handle = await open(name)
		try {
			for (;;) {
				const { bytesRead, buffer } = await handle.read(Buffer.alloc(partBytes), 0, partBytes)
				if (!bytesRead) return file
				await cards.transfer.part({ file, content: buffer.subarray(0, bytesRead).toString('base64') })
			}
		} finally {
			await handle.close()
		}
	} catch (error) {
		if (!(error as NodeJS.ErrnoException).syscall) throw error
		throw new Refusal(`The file ${name} cannot be read (${(error as Error).message}).`, 'Choose another file.')
	}
}

async function imported(file: number, { cards }: Client, io: Io): Promise<{ summary: ImportSummary; token: number }> {
	const progress = showProgress(io, 'Importing')
	try {
		for await (const step of await cards.transfer.import({ file }, { signal: io.stop }))
			if (step.type === 'done') return step
			else progress.at(Math.round(step.share * 100), 100)
	} finally {
		progress.end()
	}
	throw new Error('the import ended without a word')
}

function readable({ notes, cards, reviews, media, warnings }: ImportSummary, dryRun: boolean, width: number): string {
	const also = [count(cards, 'card'), count(reviews, 'review'), count(media, 'picture')].join(', ')
	const what = `${count(notes.new, 'new note')}, ${notes.changed} changed, ${notes.same} as they were`
	const lines = [
		dryRun ? `Would take in ${what} (${also}). Nothing has been changed.` : `Took in ${what} (${also}).`,
		...warnings,
	]
	return lines.map((line) => `${wrap(line, width)}\n`).join('')
}

export const cardsImport: Command = {
	words: ['cards', 'import'],
	takes: 'FILE [--dry-run]',
	summary: 'take in cards, all or none: Anki’s .apkg and .colpkg, text, CSV',
	options: ['dry-run'],
	operands: [1, 1],
	async run({ operands: [name = ''], values, io, open: opened, answer }) {
		const dryRun = values['dry-run'] === true
		const client = await opened()
		const file = await handedOver(resolve(name), client)
		if (dryRun) {
			const summary = await client.cards.transfer.preview({ file }, { signal: io.stop })
			await answer({ ...summary, dryRun }, () => readable(summary, dryRun, io.width))
		} else {
			const { summary, token } = await imported(file, client, io)
			await answer({ ...summary, token, dryRun }, () => readable(summary, dryRun, io.width))
		}
		return 0
	},
}
