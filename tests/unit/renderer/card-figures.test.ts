import { describe, expect, it } from 'vitest'
import type { Statistics } from '#contract/cards/statistics.ts'
import { calendarFigure } from '#renderer/features/cards/figures/calendar.ts'
import { forecastFigure, reviewsFigure, timeFigure } from '#renderer/features/cards/figures/days.ts'
import { retentionFigure, retrievabilityFigure } from '#renderer/features/cards/figures/memory.ts'
import { longestRun, spanOf } from '#renderer/features/cards/figures/words.ts'

const nothing: Statistics = {
	today: '2026-11-22',
	forecast: Array.from({ length: 30 }, (_, index) => ({
		day: new Date(Date.parse('2026-11-22') + index * 86_400_000).toISOString().slice(0, 10),
		learning: 0,
		review: 0,
	})),
	days: [],
	calendar: [],
	retention: [{ period: 'all', young: null, mature: null, all: null, reviews: 0 }],
	desired: 0.9,
	states: [],
	stability: [],
	difficulty: [],
	retrievability: [{ from: 0.95, to: 1, cards: 0 }],
}
const done = (day: string, review: number, time: number) => ({ day, review, time, new: 0, learning: 1, remembered: 0 })

describe('figures of cards', () => {
	it('say plainly that there is nothing', () => {
		expect(forecastFigure(nothing).says).toBe('Nothing comes due in the next 30 days.')
		expect(reviewsFigure(nothing, 30).says).toBe('No reviews in the last 30 days.')
		expect(timeFigure(nothing, 90).says).toBe('No time was spent in the last 90 days.')
		expect(calendarFigure(nothing).says).toBe('No day of the last year has a review yet.')
		expect(retentionFigure(nothing).says).toMatch(/^The goal is 90 %\./)
		expect(retrievabilityFigure(nothing).says).toBe('No card has been learned yet.')
	})

	it('say when most comes due, today in words of its own', () => {
		const forecast = nothing.forecast.map((day, index) => (index === 6 ? { ...day, review: 1200, learning: 1 } : day))
		expect(forecastFigure({ ...nothing, forecast }).says).toBe(
			'1,201 cards in the next 30 days. Most on Saturday 28 November: 1,201 cards.',
		)
		const today = nothing.forecast.map((day, index) => ({ ...day, review: index < 2 ? 2 - index : 0 }))
		expect(forecastFigure({ ...nothing, forecast: today }).says).toBe(
			'3 cards in the next 30 days. 2 cards of them are due today.',
		)
	})

	it('count days, runs and time', () => {
		const days = [done('2026-11-01', 3, 90_000), done('2026-11-02', 5, 3_600_000)]
		expect(reviewsFigure({ ...nothing, days }, 30).says).toBe('10 reviews on 2 of 30 days, 5 on a day of study.')
		expect(timeFigure({ ...nothing, days }, 30).says).toBe(
			'1 h 2 min in all, 31 min on a day of study. The longest was 2 November: 1 h.',
		)
		// Ten years were asked for: the bars begin with the first review, in weeks where those are many.
		const old = [done('2025-01-05', 1, 1000), ...days]
		expect(reviewsFigure({ ...nothing, days: old }, 3650)).toMatchObject({
			title: 'Reviews a week',
			says: '12 reviews on 3 of 687 days, 4 on a day of study.',
		})
		expect(longestRun(['2026-02-27', '2026-02-28', '2026-03-01', '2026-03-03'])).toBe(3)
		expect([500, 90_000, 7_200_000].map(spanOf)).toEqual(['1 s', '2 min', '2 h'])
	})

	it('set retention beside the goal, as numbers in the table too', () => {
		const retention: Statistics['retention'] = [
			{ period: 'month', young: 0.5, mature: null, all: 0.876, reviews: 8 },
			{ period: 'all', young: 1, mature: 1, all: 1, reviews: 9 },
		]
		const { says, table } = retentionFigure({ ...nothing, retention })
		expect(says).toBe('In the last 30 days, 88 % of 8 reviews were remembered. The goal is 90 %.')
		expect(table.rows[0]).toEqual(['Last 30 days', '50 %', '–', '88 %', '90 %', 8])
	})
})
