import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { Command } from '../command.ts'
import { Refusal } from '../refusal.ts'
import { count, wrap } from '../text.ts'

/** The most that is taken at once; a bound of the contract as well. */
const longest = 50_000_000

async function textOf(file: string): Promise<string> {
	let text: string
	try {
		text = await readFile(file, 'utf8')
	} catch (error) {
		throw new Refusal(`The file ${file} cannot be read (${(error as Error).message}).`, 'Choose another file.')
	}
	if (text.length > longest)
		throw new Refusal(`The file ${file} is longer than ${longest / 1e6} million characters.`, 'Split it into several.')
	// Some programs begin a file with a mark that is no part of its JSON.
	return text.replace(/^\uFEFF/, '')
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
		const result = await client.annotations.import({ text, dryRun }, { signal: io.stop })
		await answer({ ...result, added: result.added.length, dryRun }, () => {
			const { added, changed, unchanged, warnings } = result
			const what = `${count(added.length, 'annotation')}, ${changed} changed, ${unchanged} as they were`
			const lines = [dryRun ? `Would add ${what}. Nothing has been changed.` : `Added ${what}.`, ...warnings]
			return lines.map((line) => `${wrap(line, io.width)}\n`).join('')
		})
		return 0
	},
}
