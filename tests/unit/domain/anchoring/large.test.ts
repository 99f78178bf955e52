/** The case: 2,000 annotations, 5 % of the text edited. tests/bench/anchoring.ts times it. */
import { describe, expect, it } from 'vitest'
import { anchorAll } from '#domain/anchoring/anchor.ts'
import { largeCase, overlapShare } from '../../support/edits.ts'

const { text, oldText, annotations } = largeCase()
const selectors = annotations.map(({ selector }) => selector)

describe('2,000 annotations after an edit', () => {
	const anchors = anchorAll(text, selectors, { oldText })
	const of = (kind: string) =>
		annotations.flatMap(({ fate }, at) => (fate.kind === kind ? [{ fate, anchor: anchors[at] }] : []))

	it('finds every intact one exactly, and is certain of nearly all', () => {
		const places = of('intact').map(({ anchor }) => anchor && 'start' in anchor && [anchor.start, anchor.end])
		expect(places).toEqual(of('intact').map(({ fate }) => 'start' in fate && [fate.start, fate.end]))
		const certain = of('intact').filter(
			({ anchor }) => anchor?.state === 'anchored' || (anchor?.state === 'moved' && anchor.certain),
		)
		expect(certain.length).toBeGreaterThan(1720)
	})

	it('finds at least 175 of 193 touched ones at their place, and is certain of none', () => {
		const touched = of('touched')
		expect(touched).toHaveLength(193)
		expect(touched.filter(({ fate, anchor }) => overlapShare(fate, anchor) >= 0.5).length).toBeGreaterThanOrEqual(175)
		expect(touched.filter(({ anchor }) => anchor?.state === 'moved' && anchor.certain)).toEqual([])
		expect(touched.filter(({ anchor }) => anchor?.state === 'anchored')).toEqual([])
	})

	it('attaches no deleted quote silently, and proposes few', () => {
		const deleted = of('deleted')
		expect(deleted).toHaveLength(50)
		expect(deleted.filter(({ anchor }) => anchor?.state === 'orphan').length).toBeGreaterThanOrEqual(45)
		expect(deleted.filter(({ anchor }) => anchor?.state === 'moved' && anchor.certain)).toEqual([])
		expect(deleted.filter(({ anchor }) => anchor?.state === 'anchored')).toEqual([])
	})

	it('has all of them anchored while the text is the same, with the old text or without', () => {
		for (const options of [{}, { oldText }]) {
			const same = anchorAll(oldText, selectors, options)
			expect(same).toEqual(selectors.map(({ start, end }) => ({ state: 'anchored', start, end })))
		}
	})
})
