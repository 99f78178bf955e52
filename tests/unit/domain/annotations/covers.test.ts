import { describe, expect, test } from 'vitest'
import type { Depiction, Document } from '#contract/document.ts'
import type { Point } from '#contract/library.ts'
import { blockOf, coversInPoint, coversOf, sideInPoint } from '#domain/annotations/covers.ts'
import { pointText } from '#domain/annotations/sources.ts'
import { placed } from '#domain/documents/canonical.ts'

type Raw = Omit<Document['blocks'][number], 'start' | 'end'>
const block = (id: string, more: Partial<Raw> = {}): Raw => ({
	id,
	type: 'paragraph',
	inlines: [{ type: 'text', text: '0123456789' }],
	contentNotes: [],
	...more,
})
const depiction = (id: string, more: Partial<Depiction> = {}) =>
	({ id, contentNotes: [], spoiler: false, ...more }) as unknown as Depiction
/** Five blocks of ten characters: 0–10, 11–21, 22–32, 33–43, 44–54. */
const document = {
	id: 'text',
	blocks: placed([
		block('open'),
		block('hard', { contentNotes: ['abuse'] }),
		block('harder', { contentNotes: ['abuse'] }),
		block('outer', { depiction: 'a' }),
		block('inner', { depiction: 'b' }),
	]),
	depictions: [depiction('a', { contentNotes: ['death'] }), depiction('b', { parent: 'a', spoiler: true })],
} as unknown as Document
const ids = (start: number, end: number) => coversOf(document, { start, end }).map(({ id }) => id)

describe('a quote lies under the covers of its place', () => {
	test('none in open text, up to its very end', () => {
		expect(ids(0, 11)).toEqual([])
	})
	test('one for a run of flagged paragraphs, the same id for each of them', () => {
		expect(ids(12, 14)).toEqual(['text#hard'])
		expect(ids(23, 25)).toEqual(['text#hard'])
		expect(coversOf(document, { start: 0, end: 12 })).toEqual([{ id: 'text#hard', notes: ['abuse'] }])
	})
	test('that of a depiction around it comes first', () => {
		expect(ids(34, 36)).toEqual(['a'])
		expect(ids(45, 47)).toEqual(['a', 'b'])
		expect(ids(20, 50)).toEqual(['text#hard', 'a', 'b'])
	})
	test('its block is the one it begins in', () => {
		expect([0, 10, 11, 54].map((start) => blockOf(document, { start }))).toEqual(['open', 'open', 'hard', 'inner'])
		expect(blockOf(document, { start: 55 })).toBeUndefined()
	})
})

describe('in a point', () => {
	const point = {
		id: 'p',
		claim: 'Claim.',
		finding: 'Finding.',
		explanation: 'Explained.',
		question: 'Why?',
		contentNotes: ['death'],
	} as unknown as Point
	const span = (words: string) => {
		const start = pointText(point).indexOf(words)
		return { start, end: start + words.length }
	}
	test('claim, finding and question stand open, the explanation does not', () => {
		const covered = ['Claim.', 'Finding.', 'Explained.', 'Why?', 'Finding.\nExpl'].map(
			(words) => coversInPoint('c', point, span(words)).length > 0,
		)
		expect(covered).toEqual([false, false, true, false, true])
		expect(coversInPoint('c', point, span('Explained'))).toEqual([{ id: 'c#p', notes: ['death'] }])
	})
	test('the claim speaks for fiction, finding and explanation for reality', () => {
		expect(['Claim.', 'Finding.', 'Explained.', 'Why?'].map((words) => sideInPoint(point, span(words)))).toEqual([
			'fiction',
			'reality',
			'reality',
			undefined,
		])
	})
})
