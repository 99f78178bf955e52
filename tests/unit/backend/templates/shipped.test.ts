/** The templates that ship make the documents that stand in tests/fixtures/export. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { exportLayouts } from '#contract/tokens.ts'
import { made } from '../export/sample.ts'

const expected = (name: string) => readFileSync(join(import.meta.dirname, '../../../fixtures/export', name), 'utf8')

describe.each(exportLayouts)('%s', (layout) => {
	it('in Markdown', async () => expect(await made('md-obsidian', { layout })).toBe(expected(`${layout}.md`)))

	it('in HTML', async () => {
		const html = String(await made('html', { layout })).replace(/<style>[\s\S]*<\/style>/, '')
		expect(html).toBe(expected(`${layout}.html`))
	})
})
