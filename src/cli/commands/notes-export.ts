import { resolve } from 'node:path'
import { writeExport } from '#backend/export/index.ts'
import { citationStyles, exportFormats, exportLayouts } from '#contract/tokens.ts'
import { oneOf } from '../choice.ts'
import type { Command } from '../command.ts'
import { showProgress } from '../progress.ts'
import { size } from '../text.ts'
import { Usage } from '../usage.ts'

export const notesExport: Command = {
	words: ['notes', 'export'],
	takes: '--format FORMAT --out FILE [--style STYLE] [--layout LAYOUT] [--comparison ID | --document ID]',
	summary:
		'write notes with both sides cited: md, md-obsidian, html, docx, pdf, csv, jsonld; or the references that they cite: bib, ris, csl-json',
	options: ['format', 'out', 'style', 'layout', 'comparison', 'document'],
	operands: [0, 0],
	async run(call) {
		const { values, io, open, answer } = call
		const format = oneOf(call, 'format', exportFormats)
		const style = oneOf(call, 'style', citationStyles, 'apa')
		const layout = oneOf(call, 'layout', exportLayouts, values.comparison ? 'paired' : 'notes')
		if (typeof values.out !== 'string') throw new Usage('The option --out is missing.', 'Write --out FILE.')
		const file = resolve(values.out)
		const client = await open()
		let content: Uint8Array | undefined
		const scope = {
			...(typeof values.comparison === 'string' ? { comparison: values.comparison } : {}),
			...(typeof values.document === 'string' ? { document: values.document } : {}),
		}
		const progress = showProgress(io, 'Exporting')
		try {
			const steps = await client.exports.run({ scope, format, style, layout }, { signal: io.stop })
			for await (const step of steps)
				if (step.type === 'done') content = Buffer.from(step.content, 'base64')
				else progress.at(Math.round(step.share * 100), 100)
		} finally {
			progress.end()
		}
		if (content === undefined) throw new Error('the export ended without a word')
		writeExport(file, content)
		const bytes = Buffer.byteLength(content)
		await answer({ file, bytes }, () => `Wrote ${file} (${size(bytes)}).\n`)
		return 0
	},
}
