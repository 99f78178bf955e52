/** Marks on a text, and the sentences that a cursor goes through. */
import { describe, expect, it } from 'vitest'
import type { Annotation } from '#contract/annotations.ts'
import type { Block } from '#contract/document.ts'
import { textInParts } from '#domain/annotations/markable.ts'
import { marksAt, marksOn, shortened, trimmed } from '#domain/annotations/passages.ts'
import { indexAt, sentencesOf } from '#domain/annotations/sentences.ts'
import { canonicalText, placed } from '#domain/documents/canonical.ts'

const mark = (
	id: string,
	start: number,
	end: number,
	more: Partial<Annotation['targets'][number]> = {},
): Annotation => ({
	id,
	motivation: 'highlighting',
	colour: 'yellow',
	comment: '',
	tags: [],
	created: 0,
	modified: 0,
	targets: [
		{ source: 'read/sleep', state: 'anchored', selector: { exact: 'x', prefix: '', suffix: '', start, end }, ...more },
	],
})
const ids = (marks: readonly { annotation: Annotation }[]) => marks.map(({ annotation }) => annotation.id)

describe('marks on a text', () => {
	it('come in its order, the longer one first', () => {
		const all = [mark('late', 40, 50), mark('short', 10, 12), mark('long', 10, 30)]
		expect(ids(marksOn(all, 'read/sleep'))).toEqual(['long', 'short', 'late'])
	})
	it('are left out where they are not certain to stand, or on another text', () => {
		const all = [mark('moved', 0, 5, { state: 'review' }), mark('gone', 0, 5, { state: 'orphan' })]
		expect(marksOn([...all, mark('elsewhere', 0, 5, { source: 'read/ect' })], 'read/sleep')).toEqual([])
	})
	it('at a place come the smallest first; those that only touch it do not lie there', () => {
		const marks = marksOn([mark('long', 0, 30), mark('short', 10, 20), mark('before', 0, 10)], 'read/sleep')
		expect(ids(marksAt(marks, { start: 10, end: 11 }))).toEqual(['short', 'long'])
	})
})

describe('a passage', () => {
	it('loses the white space at its ends, and is nothing without words', () => {
		expect(trimmed('One. Two. \nThree.', { start: 4, end: 11 })).toEqual({ start: 5, end: 9 })
		expect(trimmed('One. Two. \nThree.', { start: 9, end: 11 })).toBeUndefined()
	})
	it('is shortened at a word', () => {
		expect(shortened('One night of love\nends the trauma', 20)).toBe('One night of love…')
		expect(shortened('One night', 20)).toBe('One night')
	})
})

describe('sentences', () => {
	const block = (id: string, text: string, type: Block['type'] = 'paragraph') => ({
		id,
		type,
		inlines: [{ type: 'text' as const, text }],
		contentNotes: [],
	})
	const blocks = placed([
		block('head', 'Where it came from. And why?', 'heading'),
		block('one', 'Dr. Smith and J. Doe asked, e.g. in 1970. Nobody knew. “It works,” she said.'),
		block('two', 'The last one'),
	])
	const text = canonicalText({ blocks })
	const sentences = sentencesOf(textInParts({ blocks }))
	it('are cut where they end, not after abbreviations; a heading is one', () => {
		expect(sentences.map(({ start, end }) => text.slice(start, end))).toEqual([
			'Where it came from. And why?',
			'Dr. Smith and J. Doe asked, e.g. in 1970.',
			'Nobody knew.',
			'“It works,” she said.',
			'The last one',
		])
	})
	it('are found by an offset inside, or just before', () => {
		expect(indexAt(sentences, text.indexOf('Nobody'))).toBe(2)
		expect(indexAt(sentences, text.indexOf('Nobody') - 1)).toBe(2)
		expect(indexAt(sentences, text.length)).toBe(-1)
	})
})
