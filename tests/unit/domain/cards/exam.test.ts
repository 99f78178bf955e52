/** Studying towards an exam. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { defaultSettings } from '#contract/default-settings.ts'
import { rangeOf } from '#domain/cards/days.ts'
import { lastLook, newADay } from '#domain/cards/exam.ts'
import { fsrsOf } from '#domain/cards/memory.ts'
import { type Course, type SimulatedCard, simulated } from '#domain/cards/simulation.ts'

describe('new cards a day', () => {
	it('bring all of them in, with room to learn the last ones', () => {
		fc.assert(
			fc.property(fc.nat(5000), fc.integer({ min: 1, max: 400 }), (cards, days) => {
				let left = cards
				let last = 0
				for (let day = 0; day < days; day++) {
					const today = Math.min(left, newADay(left, day, days))
					left -= today
					if (today) last = day
				}
				expect(left).toBe(0)
				// With a month to go, even the last new card is seen again.
				if (days >= 30) expect(days - last).toBeGreaterThanOrEqual(2)
			}),
		)
		expect(newADay(10, 100, 100)).toBe(0)
	})
})

describe('the last look', () => {
	it('lies in the last week, or the second half of what is left', () => {
		expect(lastLook(0, 30)).toEqual([23, 29])
		expect(lastLook(0, 8)).toEqual([4, 7])
		expect(lastLook(0, 4)).toEqual([2, 3])
		expect(lastLook(0, 3)).toBeUndefined()
		expect(lastLook(10, 5)).toBeUndefined()
	})

	it('takes the place of an interval that would lead past the exam, and of none else', () => {
		expect(rangeOf(100, 0, 0, 30)).toEqual([23, 29])
		expect(rangeOf(30, 0, 0, 30)).toEqual([23, 29])
		expect(rangeOf(29, 0, 0, 30)[1]).toBe(29)
		expect(rangeOf(10, 0, 0, 30)).toEqual(rangeOf(10, 0, 0, null))
		expect(rangeOf(100, 0, 28, 30)).toEqual(rangeOf(100, 0, 28, null))
	})
})

describe('the simulation', () => {
	const fsrs = fsrsOf(defaultSettings)
	const course: Course = { day: 0, exam: 40, newPerDay: 5, reviewsPerDay: 200, looks: false, each: 1 }
	const fresh = (count: number): SimulatedCard[] =>
		Array.from({ length: count }, (_, id) => ({ id, memory: null, lastDay: 0, due: 0 }))

	it('brings in what there is room for, and counts what is never seen as not known', () => {
		const { load, recall } = simulated(fresh(400), course, fsrs)
		expect(load).toHaveLength(40)
		expect(load.every((day) => day.new === 5)).toBe(true)
		expect(recall).toBeGreaterThan(0.4)
		expect(recall).toBeLessThan(0.5)
	})

	it('expects more of the plan', () => {
		const cards = fresh(400)
		const now = simulated(cards, course, fsrs)
		const planned = simulated(cards, { ...course, newPerDay: newADay(400, 0, 40), looks: true }, fsrs)
		expect(planned.recall).toBeGreaterThan(now.recall + 0.3)
		expect(planned.load.reduce((sum, day) => sum + day.new, 0)).toBe(400)
		const old = cards.map((card) => ({
			...card,
			memory: { stability: 60, difficulty: 5 },
			lastDay: -20,
			due: 30 + (card.id % 30),
		}))
		expect(simulated(old, { ...course, looks: true }, fsrs).recall).toBeGreaterThanOrEqual(
			simulated(old, course, fsrs).recall,
		)
	})

	it('keeps to the reviews that a day has room for', () => {
		const late = fresh(300).map((card) => ({ ...card, memory: { stability: 5, difficulty: 5 }, lastDay: -30 }))
		const { load } = simulated(late, { ...course, reviewsPerDay: 40 }, fsrs)
		expect(Math.max(...load.map(({ reviews }) => reviews))).toBe(40)
		expect(load[0]).toEqual({ new: 0, reviews: 40 })
	})
})
