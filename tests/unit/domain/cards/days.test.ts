/** The day on which a card comes back. */
import fc from 'fast-check'
import { get_fuzz_range as fuzzRange } from 'ts-fsrs'
import { describe, expect, it } from 'vitest'
import { weekday } from '#domain/cards/calendar.ts'
import { chanceOf } from '#domain/cards/chance.ts'
import { type Ahead, chosenInterval, rangeOf } from '#domain/cards/days.ts'

const usual: Ahead['easyDays'] = ['normal', 'normal', 'normal', 'normal', 'normal', 'normal', 'normal']
const nothing: Ahead = { loads: () => new Map(), siblings: new Set(), easyDays: usual, exam: null }
const kinds = fc.constantFrom('normal' as const, 'reduced' as const, 'minimal' as const)

/** Gives as many cards their days, one after another, as if each had been answered with the same interval. */
function filled(interval: number, count: number, ahead: Partial<Ahead> = {}, day = 20_000): Map<number, number> {
	const due = new Map<number, number>()
	for (let card = 1; card <= count; card++) {
		const range = rangeOf(interval, 0, day, null)
		const chance = chanceOf(card, 1, 3)
		const days = chosenInterval(range, day, { ...nothing, ...ahead, loads: () => due }, { atLeast: 0, chance })
		due.set(day + days, (due.get(day + days) ?? 0) + 1)
	}
	return due
}

describe('the day on which a card comes back', () => {
	it('never lies beyond the range of FSRS’s fuzz', () => {
		const dims = {
			interval: fc.integer({ min: 1, max: 36_500 }),
			elapsed: fc.integer({ min: 0, max: 4000 }),
			chance: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
			atLeast: fc.integer({ min: 0, max: 400 }),
			easyDays: fc.array(kinds, { minLength: 7, maxLength: 7 }),
			load: fc.array(fc.nat(500), { minLength: 1, maxLength: 20 }),
			siblings: fc.array(fc.integer({ min: 0, max: 60 }), { maxLength: 4 }),
		}
		fc.assert(
			fc.property(fc.record(dims), ({ interval, elapsed, chance, atLeast, easyDays, load, siblings }) => {
				const day = 20_000
				const loads = (from: number, to: number) =>
					new Map(Array.from({ length: to - from + 1 }, (_, index) => [from + index, load[index % load.length] ?? 0]))
				const ahead = { exam: null, easyDays, loads, siblings: new Set(siblings.map((each) => day + each)) }
				const days = chosenInterval(rangeOf(interval, elapsed, day, null), day, ahead, { atLeast, chance })
				const { min_ivl, max_ivl } =
					interval < 3 ? { min_ivl: interval, max_ivl: interval } : fuzzRange(interval, elapsed, 36_500)
				expect(days).toBeGreaterThanOrEqual(min_ivl)
				expect(days).toBeLessThanOrEqual(max_ivl)
				expect(days).toBeGreaterThanOrEqual(Math.min(atLeast, max_ivl))
			}),
		)
	})

	it('levels the days out', () => {
		const counts = [...filled(30, 1000).values()]
		expect(counts.length).toBeGreaterThan(5)
		expect(Math.max(...counts) / Math.min(...counts)).toBeLessThan(1.6)
		expect([...filled(30, 1000).keys()].map((due) => due - 20_000).sort()[0]).toBe(fuzzRange(30, 0, 36_500).min_ivl)
	})

	it('halves an easy day, and spares one that is to have next to nothing', () => {
		const easyDays: Ahead['easyDays'] = ['normal', 'normal', 'normal', 'normal', 'normal', 'reduced', 'minimal']
		const due = filled(60, 4000, { easyDays })
		const mean = (of: (on: number) => boolean) => {
			const some = [...due].filter(([on]) => of(weekday(on)))
			return some.reduce((sum, [, count]) => sum + count, 0) / some.length
		}
		expect(mean((on) => on === 5) / mean((on) => on < 5)).toBeCloseTo(0.5, 1)
		expect([...due.keys()].filter((on) => weekday(on) === 6)).toEqual([])
	})

	it('takes an easy day where there is no other', () => {
		const easyDays = usual.map(() => 'minimal' as const)
		expect(filled(30, 500, { easyDays }).size).toBeGreaterThan(5)
		expect([...filled(1, 5, { easyDays })]).toEqual([[20_001, 5]])
	})

	it('is not that of a sibling where there is another', () => {
		const { min_ivl, max_ivl } = fuzzRange(5, 0, 36_500)
		const all = Array.from({ length: max_ivl - min_ivl + 1 }, (_, index) => 20_000 + min_ivl + index)
		const [free, ...others] = all
		expect([...filled(5, 50, { siblings: new Set(others) }).keys()]).toEqual([free])
		expect(filled(5, 50, { siblings: new Set(all) }).size).toBe(all.length)
	})
})
