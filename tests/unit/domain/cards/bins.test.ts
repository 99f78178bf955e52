import { describe, expect, it } from 'vitest'
import { binned } from '#domain/cards/bins.ts'

const counts = (values: number[], edges: number[]) => binned(values, edges).map(({ cards }) => cards)

describe('bins', () => {
	it('hold each value once; one on an edge belongs above it', () => {
		expect(binned([1, 1.5, 2], [1, 2, 4])).toEqual([
			{ from: 1, to: 2, cards: 2 },
			{ from: 2, to: 4, cards: 1 },
		])
	})

	it('hold at their ends what lies beyond', () => {
		expect(counts([-5, 0, 10, 11], [0, 5, 10])).toEqual([2, 2])
	})

	it('are there without values', () => {
		expect(counts([], [0, 1, 2])).toEqual([0, 0])
		expect(counts([1], [])).toEqual([])
	})
})
