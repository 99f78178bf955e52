import { fsrs } from 'ts-fsrs'
import { describe, expect, it } from 'vitest'
import { foreseeable, isBetter, measured } from '#domain/cards/fit.ts'
import { lastBeginning, played, replayed } from '#domain/cards/history.ts'

const answers = (...list: [day: number, rating: number][]) => list.map(([day, rating]) => ({ day, rating }))
/** Expects every answer with the same chance, whatever came before. */
const stubborn = (share: number) => ({
	next_state: () => ({ stability: 1, difficulty: 5 }),
	forgetting_curve: () => share,
})

describe('answers that are played again', () => {
	it('give what FSRS gives when it is asked step by step', () => {
		const algorithm = fsrs({})
		const steps = [...played(answers([10, 3], [10, 3], [13, 1], [12, 3]), algorithm)]
		expect(steps.map(({ elapsed }) => elapsed)).toEqual([0, 0, 3, 0])
		const first = algorithm.next_state(null, 0, 3)
		const second = algorithm.next_state(first, 0, 3)
		expect(steps.map(({ before }) => before)).toEqual([undefined, first, second, steps[2]?.after])
		expect(replayed(answers([10, 3], [10, 3]), algorithm)).toEqual(second)
		expect(replayed([], algorithm)).toBeUndefined()
		expect(replayed([], algorithm, first)).toBe(first)
	})

	it.each([
		[[0, 1, 2, 2], 0],
		[[2, 2, 3], -1],
		[[0, 1, 2, 0, 1, 2], 3],
		[[0, 2, 3, 2, 1, 1, 2], 4],
		[[], -1],
	])('begin where the card was new for the last time: %j', (states, from) => {
		expect(lastBeginning(states)).toBe(from)
	})
})

describe('how well answers are foreseen', () => {
	it('counts answers after a day or longer, of each card from its second on', () => {
		expect(foreseeable(answers([10, 3], [10, 3], [11, 3], [20, 1], [20, 3]))).toBe(2)
		expect(foreseeable(answers([10, 3]))).toBe(0)
		expect(measured([answers([10, 3], [10, 1])], stubborn(0.9))).toEqual({ logLoss: 0, rmse: 0 })
	})

	it('is the surprise at each answer, and the gap of expected and actual share in groups of like reviews', () => {
		// One group: the same interval, the same number of reviews, no lapse before.
		const alike = [answers([10, 3], [13, 3]), answers([10, 3], [13, 1]), answers([10, 1], [13, 4])]
		const { logLoss, rmse } = measured(alike, stubborn(0.9))
		expect(logLoss).toBeCloseTo(-(2 * Math.log(0.9) + Math.log(0.1)) / 3, 10)
		expect(rmse).toBeCloseTo(0.9 - 2 / 3, 10)
		// Two groups, weighed by their reviews.
		const two = measured([...alike, answers([10, 3], [110, 3])], stubborn(0.9))
		expect(two.rmse).toBeCloseTo(Math.sqrt((3 * (0.9 - 2 / 3) ** 2 + 0.1 ** 2) / 4), 10)
	})

	it('is finite where somebody was certain and wrong', () => {
		expect(measured([answers([10, 3], [13, 1])], stubborn(1)).logLoss).toBeCloseTo(-Math.log(1e-7), 5)
	})

	it('is better from the fourth digit on', () => {
		expect(isBetter({ logLoss: 0.3, rmse: 0 }, { logLoss: 0.3002, rmse: 0 })).toBe(true)
		expect(isBetter({ logLoss: 0.3, rmse: 0 }, { logLoss: 0.30002, rmse: 0 })).toBe(false)
		expect(isBetter({ logLoss: 0.31, rmse: 0 }, { logLoss: 0.3, rmse: 0.2 })).toBe(false)
	})
})
