/** Layouts: what stands where, before any format. */
import { describe, expect, it } from 'vitest'
import { laidOut as laidOutBy } from '#backend/templates/render.ts'
import { shippedTemplates } from '#backend/templates/shipped.ts'
import type { ExportInput, ExportNote } from '#domain/export/input.ts'
import type { LayoutId } from '#domain/export/layouts/labels.ts'
import { placeWords } from '#domain/export/locators.ts'
import { commentBlocks } from '#domain/export/markdown.ts'
import type { Block, Run } from '#domain/export/model.ts'
import { host, input, notes } from '../export/sample.ts'

const { layouts, parts } = await shippedTemplates(host.templatesFolder)
const laidOut = (from: ExportInput, layout: LayoutId, style: 'apa') =>
	laidOutBy(from, { text: layouts[layout], parts }, style)
const shown = (runs: readonly Run[]) =>
	runs.map((run) => (run.type === 'text' ? run.text : `{${run.items.map(({ id }) => id).join(';')}}`)).join('')
const blocks = (layout: LayoutId, more: Partial<ExportInput> = {}): Block[] =>
	laidOut({ ...input, ...more }, layout, 'apa').sections.flatMap((section) => section.blocks)
const quotes = (all: readonly Block[]) => all.filter((block) => block.type === 'quote')

describe('places', () => {
	it.each([
		[{ section: 'Risk', paragraph: 3 }, 'section ‘Risk’, para. 3'],
		[{ section: 'Risk' }, 'section ‘Risk’'],
		[{ paragraph: 3 }, 'para. 3'],
		[{}, ''],
	])('%o', (place, words) => expect(placeWords(place)).toBe(words))
})

describe('notes in order', () => {
	it('stand under their documents, links with both passages and both sources', () => {
		const { sections } = laidOut(input, 'notes', 'apa')
		expect(sections.map(({ title, named }) => [title, named])).toEqual([
			['The asylum on screen', true],
			['The treatment today', true],
			['Notes', undefined],
		])
		expect(quotes(sections[0]?.blocks ?? []).map(({ runs }) => shown(runs))).toEqual([
			'The current is switched on & the man “is cured” <at once>. {ward-seven}',
			'A course has six to twelve sessions under anaesthesia. {doe-2019}',
		])
	})
})

describe('paired', () => {
	it('has claim with depictions, finding with references, verdict and the reader’s note, in this order', () => {
		const words = blocks('paired').map((block) => ('runs' in block ? shown(block.runs) : block.type))
		expect(words.slice(0, 7)).toEqual([
			'Method',
			'In fiction',
			'One shock cures.',
			'list',
			'The evidence',
			'Treatment is a course under anaesthesia. {doe-2019}',
			'Verdict: inaccurate. The claim disagrees with the finding.',
		])
		expect(words.slice(7, 11)).toEqual([
			expect.stringContaining('The current'),
			'Contradicts',
			expect.stringContaining('A course'),
			'note',
		])
	})

	it('loses no note, whatever it belongs to', () => {
		const linked = { ...notes[0], id: 'x', point: 'gone' } as ExportNote
		const { sections } = laidOut({ ...input, notes: [...notes, linked] }, 'paired', 'apa')
		expect(sections.map(({ title }) => title)).toEqual(['Electroconvulsive therapy', 'Linked passages', 'Other notes'])
		expect(quotes(sections.flatMap((section) => section.blocks))).toHaveLength(5)
	})
})

describe('whole text', () => {
	const text = (start: number, end: number, token: string): ExportNote => {
		const [first] = (notes[0] as ExportNote).passages
		if (!first) throw new Error('The sample has lost its passage.')
		return {
			...(notes[0] as ExportNote),
			id: token,
			passages: [{ ...first, start, end }],
			colour: { token, name: token },
			comment: token,
		}
	}
	const marks = (all: readonly Block[]) =>
		all.flatMap((block) =>
			block.type === 'paragraph'
				? block.runs.flatMap((run) => (run.type === 'text' ? [[run.text, run.highlight ?? '']] : []))
				: [],
		)

	it('cuts runs where highlights begin and end; the later one lies on top', () => {
		const all = blocks('text', { notes: [text(10, 24, 'amber'), text(20, 39, 'teal')] })
		expect(marks(all)).toEqual([
			['Somewhere ', 'amber'],
			['a switch', 'teal'],
			[' is thrown.', 'teal'],
			[' ', ''],
		])
		expect(all.filter(({ type }) => type === 'note')).toHaveLength(2)
	})

	it('tells a note once, after the block where its highlight ends', () => {
		const all = blocks('text', { notes: [text(3, 15, 'amber')] })
		expect(all.map(({ type }) => type)).toEqual(['heading', 'paragraph', 'note'])
	})
})

describe('comments', () => {
	it('become blocks; what Markdown an export has no word for stays as it was written', () => {
		expect(commentBlocks('# Head\n\n> said\n\n<b>x</b> ![alt](y.png)')).toEqual([
			{ type: 'paragraph', runs: [{ type: 'text', text: 'Head', strong: true }] },
			{ type: 'quote', runs: [{ type: 'text', text: 'said' }] },
			{
				type: 'paragraph',
				runs: [{ type: 'text', text: '<b>x</b> ![alt](y.png)' }],
			},
		])
	})

	it('keep links that lead somewhere, and links by name', () => {
		const [block] = commentBlocks('[a](https://example.org) [b](javascript:alert(1)) [[Asylum|the film]]')
		expect(block).toEqual({
			type: 'paragraph',
			runs: [
				{ type: 'text', text: 'a', href: 'https://example.org' },
				{ type: 'text', text: ' b ' },
				{ type: 'text', text: 'the film', wiki: 'Asylum' },
			],
		})
	})

	it('may be empty', () => {
		expect(commentBlocks(undefined)).toEqual([])
		expect(commentBlocks(' \n')).toEqual([])
	})
})
