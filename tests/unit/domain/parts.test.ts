/** A document as a reader meets it, and two documents row by row. */
import { describe, expect, it } from 'vitest'
import type { Block, Depiction } from '#contract/document.ts'
import { type Part, partsOf } from '#domain/documents/parts.ts'
import { anchorsIn, blockOfRow } from '#domain/documents/rows.ts'
import { lighthouse, packOf } from '../support/pack.ts'

const { documents, comparisons } = packOf(lighthouse)
const document = (id: string) => {
	const found = documents.find((each) => each.id === id)
	if (!found) throw new Error(`no ${id}`)
	return found
}
const [comparison] = comparisons
if (!comparison) throw new Error('no comparison')
const outline = (parts: Part[]): unknown[] =>
	parts.map((part) =>
		part.type === 'block'
			? part.block.id
			: part.type === 'flagged'
				? { [part.notes.join(' ')]: part.blocks.map(({ id }) => id) }
				: { [part.depiction.id]: part.blocks.map(({ id }) => id), nested: outline(part.nested) },
	)
const block = (id: string, more: Partial<Block> = {}): Block => ({
	id,
	type: 'paragraph',
	inlines: [],
	start: 0,
	end: 0,
	contentNotes: [],
	...more,
})
const depiction = (id: string, parent?: string): Depiction => ({ id, ...(parent ? { parent } : {}) }) as Depiction

describe('the parts of a document', () => {
	it('are its blocks, flagged passages under one cover, depictions with those nested in them', () => {
		expect(outline(partsOf(document('one-good-night')))).toEqual([
			'how-it-goes',
			'how-it-goes-b1',
			'film',
			{
				'cafe-noir-dawn': ['cafe-noir-dawn-b1'],
				nested: [{ 'cafe-noir-barman': ['cafe-noir-barman-b1'], nested: [] }],
			},
			'games',
			{ 'tide-tables-bunk': ['tide-tables-bunk-b1'], nested: [] },
			{ 'foghorn-nap': ['foghorn-nap-b1', 'foghorn-nap-b2'], nested: [] },
		])
		expect(outline(partsOf(document('sleepless-nights')))).toContainEqual({ 'death suicide': ['grief-b1'] })
	})

	it('cover neighbours together only where they carry the same notes', () => {
		const blocks = [
			block('a', { contentNotes: ['death'] }),
			block('b', { contentNotes: ['death'] }),
			block('c', { contentNotes: ['abuse'] }),
			block('d'),
		]
		expect(outline(partsOf({ blocks, depictions: [] }))).toEqual([{ death: ['a', 'b'] }, { abuse: ['c'] }, 'd'])
	})

	it('have every block once, also where a nested depiction stands before its parent’s own words', () => {
		const blocks = [block('x', { depiction: 'child' }), block('y', { depiction: 'parent' })]
		expect(outline(partsOf({ blocks, depictions: [depiction('parent'), depiction('child', 'parent')] }))).toEqual([
			{ parent: ['y'], nested: [{ child: ['x'], nested: [] }] },
		])
		const all = JSON.stringify(documents.map((each) => outline(partsOf(each))))
		for (const each of documents) for (const { id } of each.blocks) expect(all.split(`"${id}"`)).toHaveLength(2)
	})
})

describe('rows', () => {
	const order = (id: string) => document(id).blocks.map((each) => each.id)

	it('stand in the order of the text, each at the first block that a point names there', () => {
		expect(anchorsIn(comparison, 'one-good-night', order('one-good-night'))).toEqual([
			{ block: 'how-it-goes', row: 0 },
			{ block: 'cafe-noir-barman-b1', row: 1 },
		])
		expect(anchorsIn(comparison, 'sleepless-nights', order('sleepless-nights')).map(({ row }) => row)).toEqual([0, 1])
		expect(anchorsIn(comparison, 'nothing', [])).toEqual([])
	})

	it('lead to a block of either side', () => {
		expect([0, 1, 2].map((row) => blockOfRow(comparison, row, 'sleepless-nights'))).toEqual([
			'how-long',
			'grief',
			undefined,
		])
		expect(blockOfRow(comparison, 1, 'one-good-night')).toBe('cafe-noir-barman-b1')
	})
})
