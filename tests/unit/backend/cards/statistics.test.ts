import { beforeEach, describe, expect, it } from 'vitest'
import { type Asked, statisticsOf } from '#backend/cards/statistics/statistics.ts'
import { dayName, dayNamed, studyDay } from '#domain/cards/calendar.ts'
import { type Studying, studying } from '../../support/studying.ts'

interface Reviewed {
	day: string
	card?: number
	rating?: number
	state?: number
	elapsed?: number
	took?: number
}

let here: Studying
const show = (asked: Partial<Asked> = {}) => statisticsOf(here.workspace.cards, { days: 30, ...asked })

/** Reviews made by hand, past the program. */
function reviewed(...reviews: Reviewed[]): void {
	for (const { day, card = 1, rating = 3, state = 2, elapsed = 5, took = 2000 } of reviews)
		here.sql.run(
			`INSERT INTO review (card, at, day, rating, state, elapsed, interval, stability, difficulty, took)
			 VALUES (?, ?, ?, ?, ?, ?, 9, 9, 5, ?)`,
			card,
			dayNamed(day) * 86_400_000,
			dayNamed(day),
			rating,
			state,
			elapsed,
			took,
		)
}

beforeEach(async () => {
	here = await studying({ cards: 6, from: '2026-03-31T10:00:00Z' })
})

describe('statistics', () => {
	it('say nothing of nothing', () => {
		const { today, days, calendar, retention, desired, states, stability } = show()
		expect([today, days, calendar, desired]).toEqual(['2026-03-31', [], [], 0.9])
		expect(retention.map(({ period }) => period)).toEqual(['today', 'week', 'month', 'year', 'all'])
		for (const { young, mature, all, reviews } of retention)
			expect([young, mature, all, reviews]).toEqual([null, null, null, 0])
		expect(states.filter(({ cards }) => cards)).toEqual([{ state: 'new', cards: 6 }])
		expect(stability.every(({ cards }) => cards === 0)).toBe(true)
	})

	it('count what was done by day and kind, with its time', () => {
		reviewed(
			{ day: '2026-03-31', state: 0, took: 1000 },
			{ day: '2026-03-31', state: 1, took: 500 },
			{ day: '2026-03-31', state: 3, rating: 1, took: 250 },
			{ day: '2026-03-31', rating: 1 },
			{ day: '2026-03-31', rating: 2, elapsed: 40 },
			{ day: '2026-03-02' },
			{ day: '2026-03-01' },
			{ day: '2025-04-01' },
			{ day: '2025-03-31' },
		)
		expect(show().days).toEqual([
			{ day: '2026-03-02', new: 0, learning: 0, review: 1, time: 2000, remembered: 1 },
			{ day: '2026-03-31', new: 1, learning: 2, review: 2, time: 5750, remembered: 1 },
		])
		expect(show({ days: 3650 }).days).toHaveLength(5)
		expect(show({ days: 7 }).calendar).toEqual([
			{ day: '2025-04-01', reviews: 1 },
			{ day: '2026-03-01', reviews: 1 },
			{ day: '2026-03-02', reviews: 1 },
			{ day: '2026-03-31', reviews: 5 },
		])
	})

	it('measure retention of young and mature cards by period, without learning steps', () => {
		reviewed(
			{ day: '2026-03-31', rating: 1, elapsed: 20 },
			{ day: '2026-03-31', rating: 2, elapsed: 20 },
			{ day: '2026-03-31', rating: 1, state: 3 },
			{ day: '2026-03-31', rating: 1, state: 0 },
			{ day: '2026-03-25', rating: 4, elapsed: 21 },
			{ day: '2026-03-24', rating: 1, elapsed: 300 },
			{ day: '2026-03-01', rating: 1, elapsed: 1 },
			{ day: '2025-03-31', rating: 3, elapsed: 1 },
		)
		expect(show().retention).toEqual([
			{ period: 'today', young: 1 / 2, mature: null, all: 1 / 2, reviews: 2 },
			{ period: 'week', young: 1 / 2, mature: 1, all: 2 / 3, reviews: 3 },
			{ period: 'month', young: 1 / 2, mature: 1 / 2, all: 1 / 2, reviews: 4 },
			{ period: 'year', young: 1 / 3, mature: 1 / 2, all: 2 / 5, reviews: 5 },
			{ period: 'all', young: 2 / 4, mature: 1 / 2, all: 3 / 6, reviews: 6 },
		])
	})

	it('keep the study days of a clock change and of a journey', async () => {
		// The night of 28 March 2026 loses an hour in Berlin; the day begins at 4.
		here = await studying({ cards: 4, from: '2026-03-29T01:30:00Z' })
		here.rate('easy') // 03:30 on the clock, still the 28th
		here.clock.set('2026-03-29T02:30:00Z')
		here.rate('easy') // 04:30
		here.clock.set('2026-03-29T22:00:00Z')
		here.rate('easy') // midnight, still the 29th
		const before = show()
		expect(before.days.map(({ day, new: fresh, time }) => [day, fresh, time])).toEqual([
			['2026-03-28', 1, 1500],
			['2026-03-29', 2, 3000],
		])
		// By the clock of Tokyo all of them would be the 29th or the 30th.
		const tokyo = { zone: 'Asia/Tokyo', dayStart: 4 }
		expect(dayName(studyDay(Date.parse('2026-03-29T22:00:00Z'), tokyo))).toBe('2026-03-30')
		here.clock.zone = () => tokyo.zone
		expect(show()).toMatchObject({ today: '2026-03-30', days: before.days, calendar: before.calendar })
	})

	it('tell cards apart by what they are, and leave out the trash', () => {
		here.sql.run('UPDATE card SET state = 2, due = 1, stability = 5, difficulty = 5, last_day = 1 WHERE id = 1')
		here.sql.run('UPDATE card SET hold = 1 WHERE id = 2')
		here.sql.run('UPDATE card SET hold = 2, buried_until = ? WHERE id = 3', dayNamed('2026-04-01'))
		here.sql.run('UPDATE card SET hold = 2, buried_until = ? WHERE id = 4', dayNamed('2026-03-31'))
		here.sql.run('UPDATE card SET hold = 3 WHERE id = 5')
		expect(Object.fromEntries(show().states.map(({ state, cards }) => [state, cards]))).toEqual({
			new: 2,
			learning: 0,
			review: 1,
			relearning: 0,
			suspended: 1,
			buried: 1,
		})
	})

	it('sort memories into bins', () => {
		const today = dayNamed('2026-03-31')
		const learned = (id: number, stability: number, difficulty: number, ago: number) =>
			here.sql.run(
				'UPDATE card SET state = 2, due = ?, stability = ?, difficulty = ?, last_day = ? WHERE id = ?',
				today + 3,
				stability,
				difficulty,
				today - ago,
				id,
			)
		learned(1, 0.5, 1, 0)
		learned(2, 1, 5.99, 1)
		learned(3, 60, 10, 60)
		learned(4, 40_000, 6, 0)
		const { stability, difficulty, retrievability, forecast } = show()
		const held = (bins: typeof stability) => bins.filter(({ cards }) => cards).map(({ from, cards }) => [from, cards])
		expect(held(stability)).toEqual([
			[0, 1],
			[1, 1],
			[60, 1],
			[1825, 1],
		])
		expect(held(difficulty)).toEqual([
			[1, 1],
			[5, 1],
			[6, 1],
			[9, 1],
		])
		// After as many days as a card is stable, nine of ten are remembered.
		expect(held(retrievability)).toEqual([
			[0.9, 2],
			[0.95, 2],
		])
		expect(forecast).toHaveLength(30)
		expect(forecast.filter(({ review }) => review)).toEqual([{ day: '2026-04-03', learning: 0, review: 4 }])
	})

	it('count the cards and reviews of chosen decks only', () => {
		const other = here.workspace.cards.decks.add('Other deck', {}, here.clock.now()).id
		here.sql.run('UPDATE card SET deck = ? WHERE id = 6', other)
		reviewed({ day: '2026-03-31', card: 6 }, { day: '2026-03-31', card: 1 }, { day: '2026-03-30', card: 1 })
		const { days, states, calendar, retention } = show({ decks: [other] })
		expect(days.map(({ day, review }) => [day, review])).toEqual([['2026-03-31', 1]])
		expect(calendar).toHaveLength(1)
		expect(states[0]).toEqual({ state: 'new', cards: 1 })
		expect(retention.at(-1)).toMatchObject({ reviews: 1, young: 1 })
	})
})
