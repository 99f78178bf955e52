import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { largestFile } from '#contract/annotations.ts'
import { fits, importFile } from '#contract/upload.ts'
import type { Command } from '../command.ts'
import { showProgress } from '../progress.ts'
import { Refusal } from '../refusal.ts'
import { count, wrap } from '../text.ts'

async function textOf(file: string): Promise<string> {
	let text: string
	try {
		text = await readFile(file, 'utf8')
	} catch (error) {
		throw new Refusal(`The file ${file} cannot be read (${(error as Error).message}).`, 'Choose another file.')
	}
	if (!fits(text))
		throw new Refusal(
			`The file ${file} is longer than ${largestFile / 1e6} million characters.`,
			'Split it into several.',
		)
	return text
}

export const annotationsImport: Command = {
	words: ['annotations', 'import'],
	takes: 'FILE [--dry-run]',
	summary: 'take in annotations from a file of W3C JSON-LD, all or none',
	options: ['dry-run'],
	operands: [1, 1],
	async run({ operands: [name = ''], values, io, open, answer }) {
		const text = await textOf(resolve(name))
		const dryRun = values['dry-run'] === true
		const client = await open()
		const progress = showProgress(io, dryRun ? 'Reading' : 'Importing')
		const told = (share: number) => progress.at(Math.round(share * 100), 100, 'per cent')
		const done = await importFile(client, text, { dryRun, told }, { signal: io.stop }).finally(progress.end)
		const { added, changed, unchanged, elsewhere, warnings } = done
		await answer({ added, changed, unchanged, elsewhere, warnings, dryRun }, () => {
			const what = `${count(added, 'annotation')}, ${changed} changed, ${unchanged} as they were`
			const absent = elsewhere
				? [`${count(elsewhere, 'annotation')} of them about a text that is not in the library.`]
				: []
			const lines = [dryRun ? `Would add ${what}. Nothing has been changed.` : `Added ${what}.`, ...absent, ...warnings]
			return lines.map((line) => `${wrap(line, io.width)}\n`).join('')
		})
		return 0
	},
}
