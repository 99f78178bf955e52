import { resolve } from 'node:path'
import { writeWhole } from '#backend/data-folder/durable.ts'
import { exportedText } from '#contract/upload.ts'
import type { Command } from '../command.ts'
import { Refusal } from '../refusal.ts'
import { count } from '../text.ts'

export const annotationsExport: Command = {
	words: ['annotations', 'export'],
	takes: 'FILE',
	summary: 'write all annotations into a file of W3C JSON-LD',
	options: [],
	operands: [1, 1],
	async run({ operands: [name = ''], io, open, answer }) {
		const file = resolve(name)
		const client = await open()
		const text = await exportedText(await client.annotations.export({}, { signal: io.stop }))
		try {
			writeWhole(file, text)
		} catch (error) {
			throw new Refusal(
				`The file ${file} cannot be written (${(error as Error).message}).`,
				'Choose another place for it.',
			)
		}
		const { items } = JSON.parse(text) as { items: unknown[] }
		await answer({ file, exported: items.length }, () => `Wrote ${count(items.length, 'annotation')} into ${file}.\n`)
		return 0
	},
}
