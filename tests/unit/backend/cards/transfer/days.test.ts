/** Days and memories of cards from elsewhere. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { firstDay, studyDays } from '#backend/cards/transfer/days.ts'
import { memories } from '#backend/cards/transfer/memory.ts'
import { deckName, guidOf, tagsOf } from '#backend/cards/transfer/names.ts'
import { dayNamed, studyDay } from '#domain/cards/calendar.ts'

const zones = [
	'Europe/Berlin',
	'America/New_York',
	'Australia/Lord_Howe',
	'Asia/Kathmandu',
	'Pacific/Apia',
	'America/Sao_Paulo',
]

describe('days', () => {
	it('of many moments are those of each', () => {
		const moment = fc.integer({ min: Date.parse('2006-01-01'), max: Date.parse('2030-01-01') })
		fc.assert(
			fc.property(
				fc.constantFrom(...zones),
				fc.nat(23),
				fc.array(moment, { minLength: 1, maxLength: 20 }),
				(zone, dayStart, moments) => {
					const dayOf = studyDays({ zone, dayStart })
					for (const at of moments) expect(dayOf(at)).toBe(studyDay(at, { zone, dayStart }))
				},
			),
			{ numRuns: 300 },
		)
	})

	it('of a collection begin with the date on which it was made, where it was made', () => {
		const created = Date.parse('2026-03-01T23:30:00Z') / 1000
		const calendar = { zone: 'America/New_York', dayStart: 4 }
		expect(firstDay({ created, westward: -60 }, calendar)).toBe(dayNamed('2026-03-02'))
		expect(firstDay({ created, westward: 300 }, calendar)).toBe(dayNamed('2026-03-01'))
		expect(firstDay({ created }, calendar)).toBe(dayNamed('2026-03-01'))
		expect(firstDay({ created }, { zone: 'Europe/Berlin', dayStart: 4 })).toBe(dayNamed('2026-03-02'))
	})
})

describe('memories', () => {
	const review = (at: string, rating: number) => ({ at: Date.parse(at), rating, state: 2, interval: 1, took: 0 })
	const dayOf = (at: number) => Math.floor(at / 86_400_000)

	// The vectors that fsrs-rs publishes in its own tests, for FSRS-6.
	it.each([
		[2.5, 10, 10, 6.9140563],
		[1.3, 20, 20, 10],
	])('of SM-2 are what fsrs-rs makes of them: ease %d, %d days', (ease, interval, stability, difficulty) => {
		const memory = memories([]).fromSm2(ease, interval)
		expect(memory.stability).toBeCloseTo(stability, 4)
		expect(memory.difficulty).toBeCloseTo(difficulty, 4)
	})

	it('are played again from the reviews', () => {
		const { replayed } = memories([])
		expect(replayed([], dayOf)).toBeUndefined()
		const once = replayed([review('2026-01-01', 3)], dayOf)
		const twice = replayed([review('2026-01-01', 3), review('2026-01-04', 3)], dayOf)
		const forgot = replayed([review('2026-01-01', 3), review('2026-01-04', 1)], dayOf)
		expect(once?.stability).toBeCloseTo(2.3065, 4)
		expect(twice?.stability).toBeGreaterThan(once?.stability ?? 0)
		expect(forgot?.stability).toBeLessThan(once?.stability ?? 0)
	})
})

describe('names', () => {
	it.each([
		['A::B', 'A::B'],
		['A\x1fB', 'A::B'],
		['::A::::B::', 'A::B'],
		[' A :: : ', 'A'],
		['\n', 'Default'],
		['x'.repeat(400), 'x'.repeat(300)],
	])('of decks fit: %j', (name, fitting) => {
		expect(deckName(name)).toBe(fitting)
	})

	it('of tags and guids fit', () => {
		expect(tagsOf('  b a\tb ')).toEqual(['b', 'a'])
		expect(tagsOf('x'.repeat(200))).toEqual(['x'.repeat(100)])
		expect(guidOf('abc')).toBe('abc')
		expect(guidOf('x'.repeat(300))).toHaveLength(43)
	})
})
