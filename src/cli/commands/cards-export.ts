import { closeSync, openSync, renameSync, rmSync, writeSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { shareable, syncFile, syncFolder } from '#backend/data-folder/durable.ts'
import type { Client } from '#contract/index.ts'
import type { Command } from '../command.ts'
import { deckNamed } from '../deck.ts'
import type { Io } from '../io.ts'
import { showProgress } from '../progress.ts'
import { Refusal } from '../refusal.ts'
import { count } from '../text.ts'
import { Usage } from '../usage.ts'

type Asked = Parameters<Client['cards']['transfer']['export']>[0]

/** Writes the parts aside and puts them in place when all are there. @returns how many cards it was */
async function written(file: string, asked: Asked, { cards }: Client, io: Io): Promise<number> {
	const aside = `${file}.${process.pid}.new`
	const progress = showProgress(io, 'Exporting')
	const target = openSync(aside, 'w', shareable)
	let done: number | undefined
	try {
		try {
			for await (const step of await cards.transfer.export(asked, { signal: io.stop }))
				if (step.type === 'part') writeSync(target, Buffer.from(step.content, 'base64'))
				else if (step.type === 'progress') progress.at(Math.round(step.share * 100), 100)
				else done = step.cards
		} finally {
			closeSync(target)
			progress.end()
		}
		if (done === undefined) throw new Error('the export ended without a word')
		syncFile(aside)
		renameSync(aside, file)
	} catch (error) {
		rmSync(aside, { force: true })
		throw error
	}
	syncFolder(dirname(file))
	return done
}

export const cardsExport: Command = {
	words: ['cards', 'export'],
	takes: 'FILE [--deck NAME] [--scheduling]',
	summary:
		'write cards into FILE.apkg, which Anki opens, or FILE.csv; with --scheduling also when they are due, and reviews',
	options: ['deck', 'scheduling'],
	operands: [1, 1],
	async run({ operands: [name = ''], values, io, open, answer }) {
		const file = resolve(name)
		const format = /\.apkg$/i.test(file) ? 'apkg' : /\.csv$/i.test(file) ? 'csv' : undefined
		if (!format) throw new Usage(`“${name}” does not say what to write.`, 'Let it end in .apkg or .csv.')
		const client = await open()
		const deck = await deckNamed(values.deck, client)
		const asked = { format, scheduling: values.scheduling === true, ...(deck ? { deck: deck.id } : {}) } as const
		try {
			const cards = await written(file, asked, client, io)
			await answer({ file, cards }, () => `Wrote ${count(cards, 'card')} into ${file}.\n`)
		} catch (error) {
			if (!(error as NodeJS.ErrnoException).syscall) throw error
			throw new Refusal(
				`The file ${file} cannot be written (${(error as Error).message}).`,
				'Choose another place for it.',
			)
		}
		return 0
	},
}
