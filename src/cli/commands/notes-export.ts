import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { writeExport } from '#backend/export/index.ts'
import type { Client } from '#contract/index.ts'
import type { TemplateFault } from '#contract/templates.ts'
import { citationStyles, exportFormats, exportLayouts } from '#contract/tokens.ts'
import { oneOf } from '../choice.ts'
import type { Command } from '../command.ts'
import { showProgress } from '../progress.ts'
import { Refusal } from '../refusal.ts'
import { plain, size } from '../text.ts'
import { Usage } from '../usage.ts'

interface Chosen {
	/** What the export is asked to use. */
	use: { layout: string } | { template: string }
	name: string
	faults: readonly TemplateFault[]
}

/** @returns a template by its id or title, or the one in a file, with its faults. @throws Refusal when there is neither */
async function templateOf(value: string, client: Client): Promise<Chosen> {
	const known = (await client.templates.list()).find(({ id, title }) => id === value || title === value)
	if (known) return { use: { layout: known.id }, name: known.title, faults: known.faults }
	const template = await readFile(resolve(value), 'utf8').catch((error: Error) => {
		throw new Refusal(
			`There is no template called “${value}”, and no file of this name can be read (${error.message}).`,
			`Templates that ship: ${exportLayouts.join(', ')}.`,
		)
	})
	return { use: { template }, name: value, faults: await client.templates.check({ text: template }) }
}

export const notesExport: Command = {
	words: ['notes', 'export'],
	takes:
		'--format FORMAT --out FILE [--style STYLE] [--layout LAYOUT | --template ID|FILE] [--comparison ID | --document ID]',
	summary:
		'write notes with both sides cited: md, md-obsidian, html, docx, pdf, csv, jsonld; or the references that they cite: bib, ris, csl-json',
	options: ['format', 'out', 'style', 'layout', 'template', 'comparison', 'document'],
	operands: [0, 0],
	async run(call) {
		const { values, io, open, answer } = call
		const format = oneOf(call, 'format', exportFormats)
		const style = oneOf(call, 'style', citationStyles, 'apa')
		const layout = oneOf(call, 'layout', exportLayouts, values.comparison ? 'paired' : 'notes')
		if (typeof values.out !== 'string') throw new Usage('The option --out is missing.', 'Write --out FILE.')
		const file = resolve(values.out)
		const client = await open()
		const template = typeof values.template === 'string' ? await templateOf(values.template, client) : undefined
		if (template?.faults.length) {
			for (const { line, column, sentence } of template.faults)
				io.err(plain(`${template.name}:${line}:${column}  ${sentence}\n`))
			return 1
		}
		let content: Uint8Array | undefined
		const scope = {
			...(typeof values.comparison === 'string' ? { comparison: values.comparison } : {}),
			...(typeof values.document === 'string' ? { document: values.document } : {}),
		}
		const progress = showProgress(io, 'Exporting')
		try {
			const steps = await client.exports.run({ scope, format, style, layout, ...template?.use }, { signal: io.stop })
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
