/** Who follows whom, and by which comparison. */
import { describe, expect, it } from 'vitest'
import type { Comparison } from '#contract/library.ts'
import { answersTo, comparisonOf } from '#domain/documents/rows.ts'

const place = (document: string, block: string) => ({ document, block })
const point = (fiction: ReturnType<typeof place>[], reality: ReturnType<typeof place>[]) => ({
	passages: { fiction, reality },
})
// Rows need the passages of a comparison and nothing else of it.
const comparison = {
	points: [
		point([place('trope', 't1'), place('other-trope', 'o1')], [place('article', 'a1')]),
		point([place('trope', 't2')], []),
	],
} as unknown as Comparison

describe('the passages that answer a row', () => {
	it('are brought up in every text but the one that leads', () => {
		expect(answersTo(comparison, 0, ['trope', 'article', 'other-trope'], 1)).toEqual(['t1', undefined, 'o1'])
		expect(answersTo(comparison, 0, ['trope', 'article', 'other-trope'])).toEqual(['t1', 'a1', 'o1'])
	})

	it('leave alone a text that the row does not speak of, and one that is in no comparison', () => {
		expect(answersTo(comparison, 1, ['trope', 'article', 'stranger', ''], 0)).toEqual([
			undefined,
			undefined,
			undefined,
			undefined,
		])
	})

	it('leave alone another place of the text that leads, but not another place of the text that answers', () => {
		expect(answersTo(comparison, 0, ['trope', 'trope', 'article'], 0)).toEqual([undefined, undefined, 'a1'])
		expect(answersTo(comparison, 0, ['trope', 'trope', 'article'], 2)).toEqual(['t1', 't1', undefined])
	})

	it('are none beyond the last row', () => {
		expect(answersTo(comparison, 9, ['trope', 'article'])).toEqual([undefined, undefined])
	})
})

describe('the comparison that texts share', () => {
	const text = (id: string, ...comparisons: string[]) => ({ id, comparisons: comparisons.map((one) => ({ id: one })) })

	it('is the one in which most of them stand', () => {
		expect(comparisonOf([text('a', 'x', 'y'), text('b', 'x', 'y'), text('c', 'y')])).toBe('y')
	})

	it('is the preferred one among equals, and no other for its sake', () => {
		const two = [text('a', 'x', 'y'), text('b', 'x', 'y')]
		expect(comparisonOf(two, 'y')).toBe('y')
		expect(comparisonOf(two, 'z')).toBe('x')
		expect(comparisonOf([...two, text('c', 'x')], 'y')).toBe('x')
	})

	it('is none for texts that share nothing, or for one text twice', () => {
		expect(comparisonOf([text('a', 'x'), text('b', 'y')])).toBeUndefined()
		expect(comparisonOf([text('a', 'x'), text('a', 'x')], 'x')).toBeUndefined()
		expect(comparisonOf([])).toBeUndefined()
	})
})
