import { resolve } from 'node:path'
import { writeExport } from '#backend/export/index.ts'
import type { Client } from '#contract/index.ts'
import { citationStyles, referenceFormats } from '#contract/tokens.ts'
import { oneOf } from '../choice.ts'
import type { Command } from '../command.ts'
import { size } from '../text.ts'
import { Usage } from '../usage.ts'

/** @returns the ids that the options name; everything that can be cited without any. */
async function idsOf(client: Client, only: readonly string[]): Promise<string[]> {
	if (only.length) return [...only]
	const kinds = await Promise.all((['work', 'reference'] as const).map((kind) => client.library.list({ kind })))
	return kinds.flat().map(({ id }) => id)
}

export const libraryReferences: Command = {
	words: ['library', 'references'],
	takes: `[--comparison ID | --document ID] [--format ${referenceFormats.join('|')} | --style ${citationStyles.join('|')}] [--out FILE]`,
	summary: 'works and references for a reference manager, or as a reference list (APA without a style)',
	options: ['comparison', 'document', 'format', 'style', 'out'],
	operands: [0, 0],
	async run(call) {
		const { values, io, open, answer } = call
		if (values.format && values.style)
			throw new Usage('A file for reference managers has no style.', 'Write --format or --style, not both.')
		if (values.comparison && values.document)
			throw new Usage('References of a comparison or of a document?', 'Write --comparison or --document, not both.')
		const format = values.format === undefined ? undefined : oneOf(call, 'format', referenceFormats)
		const style = oneOf(call, 'style', citationStyles, 'apa')
		const client = await open()
		const named = [values.comparison, values.document].filter((id) => typeof id === 'string')
		const ids = await idsOf(client, named)
		const content = format
			? (await client.citations.file({ ids, format }, { signal: io.stop })).content
			: `${(await client.citations.list({ ids, style }, { signal: io.stop })).text}\n`
		const kind = format ? { format } : { style }
		if (typeof values.out !== 'string') {
			await answer({ ...kind, content }, () => content)
			return 0
		}
		const file = resolve(values.out)
		writeExport(file, content)
		const bytes = Buffer.byteLength(content)
		await answer({ ...kind, file, bytes }, () => `Wrote ${file} (${size(bytes)}).\n`)
		return 0
	},
}
