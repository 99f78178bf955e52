import fc from 'fast-check'
import { expect, it } from 'vitest'
import { annotationsAt, nextAt, stretchesOf } from '#domain/anchoring/overlaps.ts'

const ranges = [
	{ id: 'long', start: 0, end: 30 },
	{ id: 'middle', start: 5, end: 20 },
	{ id: 'late', start: 15, end: 30 },
	{ id: 'empty', start: 7, end: 7 },
]

it('cuts overlapping annotations into stretches', () => {
	expect(stretchesOf(ranges)).toEqual([
		{ start: 0, end: 5, ids: ['long'] },
		{ start: 5, end: 15, ids: ['long', 'middle'] },
		{ start: 15, end: 20, ids: ['long', 'middle', 'late'] },
		{ start: 20, end: 30, ids: ['long', 'late'] },
	])
	expect(stretchesOf([])).toEqual([])
})

it('gives each annotation at a place its turn, the shortest first', () => {
	expect(annotationsAt(ranges, 16).map(({ id }) => id)).toEqual(['late', 'middle', 'long'])
	const turns = ['late', 'middle', 'long'].map((id) => nextAt(ranges, 16, id)?.id)
	expect(turns).toEqual(['middle', 'long', 'late'])
	expect(nextAt(ranges, 16)?.id).toBe('late')
	expect(nextAt(ranges, 40, 'late')).toBeUndefined()
})

it('says the same of each offset, whichever way it is asked', () => {
	const range = fc.tuple(fc.nat(40), fc.nat(40)).map(([start, length]) => ({ start, end: start + length }))
	fc.assert(
		fc.property(fc.array(range, { maxLength: 12 }), (made) => {
			const marked = made.map((each, at) => ({ ...each, id: String(at) }))
			const stretches = stretchesOf(marked)
			for (let offset = 0; offset < 90; offset++) {
				const on = stretches.filter(({ start, end }) => start <= offset && offset < end)
				expect(on.length).toBeLessThanOrEqual(1)
				expect([...(on[0]?.ids ?? [])].sort()).toEqual(
					annotationsAt(marked, offset)
						.map(({ id }) => id)
						.sort(),
				)
			}
		}),
	)
})
