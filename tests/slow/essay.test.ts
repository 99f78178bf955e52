/** What a student hands in, as others open it: LibreOffice the Word file, pdftotext the PDF. Every style in every layout. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ExportFormat } from '#contract/exports.ts'
import type { Client } from '#contract/index.ts'
import { citationStyles, exportLayouts } from '#contract/tokens.ts'
import { citesInNotes, listTitle, type StyleId } from '#domain/citations/styles.ts'
import type { LayoutId } from '#domain/export/layouts/labels.ts'
import { startBrowserHost } from '../setup/browser-host.ts'
import { withClient } from '../setup/client.ts'
import { makeEssay } from '../setup/essay.ts'
import { lacking, pagesOf, printWithLibreOffice } from './support/readers.ts'

const lacks = lacking('soffice', 'pdftotext')
const cases = exportLayouts.flatMap((layout) => citationStyles.map((style) => [layout, style] as const))

/** What each layout shows, whatever the style. */
const shown: Record<LayoutId, string[]> = {
	notes: [
		'They sleep together, and the injury is gone',
		'Intimate Psychotherapy, section ‘What the convention is’, para. 1',
		'Contradicts',
		'One night against planned work.',
		'Who disputes it, and who answers?',
		'on crowded wards',
		'Fiction’s claim · essay · method',
		'Plan of the essay',
	],
	paired: [
		'The treatment takes place in bed, and whoever helps takes part in it.',
		'Verdict: inaccurate.',
		'Start the talk with this one.',
		'One session against nine.',
	],
	text: [
		'Defiance is on none of these lists.',
		'A reason for the trope. Fair.',
		'on crowded wards',
		'The plainest sentence there is.',
	],
	depictions: ['The Snake Pit', 'Averted', 'Literature', 'What happens'],
}
/** How a book and a film are cited; a layout has one of them at least. */
const book: Record<StyleId, string> = {
	apa: '(Gabbard & Gabbard, 1999)',
	mla: '(Gabbard and Gabbard)',
	chicago: '(Gabbard and Gabbard 1999)',
	'chicago-notes': 'Glen O. Gabbard and Krin Gabbard, Psychiatry and the Cinema',
	harvard: '(Gabbard and Gabbard, 1999)',
}
const film: Record<StyleId, string> = {
	apa: '(Litvak, 1948)',
	mla: '(The Snake Pit)',
	chicago: '(Litvak 1948)',
	'chicago-notes': 'The Snake Pit, directed by Anatole Litvak',
	harvard: '(The snake pit, 1948)',
}
const cited: Record<LayoutId, Record<StyleId, string>> = { notes: book, paired: film, text: book, depictions: film }

let folder: string
const printed = (layout: LayoutId, style: StyleId, how: 'printed' | 'opened') =>
	join(folder, how, `${layout}-${style}.pdf`)

async function exportTo(client: Client, file: string, format: ExportFormat, layout: LayoutId, style: StyleId) {
	for await (const step of await client.exports.run({ scope: {}, format, layout, style }))
		if (step.type === 'done') writeFileSync(file, Buffer.from(step.content, 'base64'))
}

beforeAll(async () => {
	if (lacks) return
	folder = mkdtempSync(join(tmpdir(), 'parallax-essay-'))
	for (const name of ['printed', 'opened']) mkdirSync(join(folder, name))
	const host = await startBrowserHost()
	const words: string[] = []
	try {
		await withClient(host, async (client) => {
			await makeEssay(client)
			for (const [layout, style] of cases) {
				const file = join(folder, `${layout}-${style}.docx`)
				await exportTo(client, file, 'docx', layout, style)
				words.push(file)
				await exportTo(client, printed(layout, style, 'printed'), 'pdf', layout, style)
			}
		})
	} finally {
		await host.stop()
	}
	await printWithLibreOffice(words, join(folder, 'opened'), join(folder, 'profile'))
}, 1_200_000)
afterAll(() => folder && rmSync(folder, { recursive: true, force: true, maxRetries: 5 }))

/** Text as it reads, whatever the lines that it was broken into. */
const flowing = (text: string) => text.replace(/\s+/g, ' ')

describe.skipIf(lacks).each([
	['a Word file that LibreOffice opens', 'opened'],
	['a PDF', 'printed'],
] as const)('%s', (_, how) => {
	it.each(cases)('has notes and sources: %s, %s', async (layout, style) => {
		const pages = await pagesOf(printed(layout, style, how))
		const text = flowing(pages.join('\n').replace(/[-‐]\n\s*/g, '-'))
		for (const words of shown[layout]) expect(text).toContain(words)
		// Words of a table’s narrow cell stand on lines that its neighbours share.
		if (layout !== 'depictions' || citesInNotes(style)) expect(text).toContain(cited[layout][style])
		else for (const word of cited.depictions[style].split(' ')) expect(text).toContain(word)
		expect(text).toContain(listTitle(style))
	})

	it('has the title at the head of each page but the first, and a number on all', async () => {
		for (const layout of exportLayouts) {
			const pages = await pagesOf(printed(layout, 'apa', how))
			expect(pages.length).toBeGreaterThan(3)
			for (const [index, page] of pages.entries()) {
				if (index) expect(page.trimStart()).toMatch(/^Notes from Parallax/)
				expect(page.trimEnd()).toMatch(new RegExp(`\\b${index + 1} ?/ ?${pages.length}$`))
			}
		}
	})

	it('repeats the head of a table on every page', async () => {
		const pages = await pagesOf(printed('depictions', 'apa', how))
		const before = pages.findIndex((page) => /^\s*References$/m.test(page))
		for (const page of pages.slice(0, before)) expect(page).toMatch(/Work +Year +Medium +Trope/)
	})
})
