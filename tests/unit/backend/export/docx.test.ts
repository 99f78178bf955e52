/** What Word is strict about, in every layout; and that the checker would see it. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { exportLayouts } from '#contract/tokens.ts'
import type { ExportInput, ExportNote } from '#domain/export/input.ts'
import { richComment } from '../../../setup/essay.ts'
import { docxFaults } from '../../support/docx-faults.ts'
import { input, made, notes } from './sample.ts'

const rich: ExportInput = {
	...input,
	notes: [...notes, { ...(notes[0] as ExportNote), id: 'n4', comment: richComment }],
}

describe('Word finds nothing to repair', () => {
	it.each(exportLayouts.flatMap((layout) => [[layout, 'apa'] as const, [layout, 'chicago-notes'] as const]))(
		'in %s, %s',
		async (layout, style) => {
			expect(docxFaults((await made('docx', { layout, style, input: rich })) as Uint8Array)).toEqual([])
		},
	)
})

describe('the checker sees', () => {
	const spoilt = async (part: string, from: string | RegExp, to: string) => {
		const files = unzipSync((await made('docx', { layout: 'depictions', style: 'chicago-notes' })) as Uint8Array)
		const xml = strFromU8(files[part] ?? new Uint8Array())
		expect(xml).toMatch(from)
		return docxFaults(zipSync({ ...files, [part]: strToU8(xml.replace(from, to)) }))
	}
	it.each([
		['a tag left open', 'word/document.xml', '</w:p>', '', /closes nothing/],
		['a bare &', 'word/footnotes.xml', 'Ward', 'W&ard', /begins nothing/],
		[
			'a relation that leads nowhere',
			'word/_rels/document.xml.rels',
			'styles.xml',
			'style.xml',
			/word\/style\.xml, which/,
		],
		['a relation that is not there', 'word/document.xml', /r:id="/, 'r:id="x', /names the relation x/],
		['a style that is not there', 'word/document.xml', '"TableText"', '"Tabletext"', /style Tabletext/],
		['a part without a type', '[Content_Types].xml', '/word/footnotes.xml', '/word/foot.xml', /foot\.xml, which/],
		['a footnote that is not there', 'word/document.xml', /(<w:footnoteReference w:id=")1"/, '$17"', /footnote 7/],
		['footnotes without a line above', 'word/footnotes.xml', '"separator"', '"normal"', /no separator/],
		['a cell too few', 'word/document.xml', /<w:tc>.*?<\/w:tc>/s, '', /has not 8 cells/],
		['an order of its own', 'word/document.xml', /(<w:pgSz[^>]*>)(<w:pgMar[^>]*>)/, '$2$1', /sectPr/],
	] as const)('%s', async (_, part, from, to, fault) => {
		expect((await spoilt(part, from, to)).join('\n')).toMatch(fault)
	})
})

it('keeps lists of a note nested, each kind with its own signs', async () => {
	const bytes = (await made('docx', { input: { ...rich, notes: rich.notes.slice(-1) } })) as Uint8Array
	const xml = strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array())
	const levels = [...xml.matchAll(/<w:ilvl w:val="(\d)"\/>/g)].map(([, level]) => Number(level))
	expect(levels).toEqual([0, 1, 1, 2, 2, 0])
})

it('keeps a passage with what is said of it, and a heading with what follows', async () => {
	const files = unzipSync((await made('docx')) as Uint8Array)
	const of = (name: string) => strFromU8(files[name] ?? new Uint8Array())
	const paragraphs = of('word/document.xml').match(/<w:pPr>.*?<\/w:pPr>/g) ?? []
	for (const style of ['Quote', 'QuoteSource']) {
		const these = paragraphs.filter((each) => each.includes(`<w:pStyle w:val="${style}"/>`))
		expect(these.length).toBeGreaterThan(1)
		expect(these.filter((each) => each.includes('<w:keepNext'))).toHaveLength(
			// The quote inside a note has no source to stay with.
			style === 'Quote' ? these.length - 1 : these.length,
		)
	}
	for (const style of ['Heading1', 'Heading2', 'NoteLabel', 'Relation'])
		expect(of('word/styles.xml')).toMatch(new RegExp(`w:styleId="${style}">(?:(?!</w:style>).)*<w:keepNext/>`, 's'))
})
