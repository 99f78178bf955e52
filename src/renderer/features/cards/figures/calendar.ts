/** The figure of a year: a square for each day, darker the more was done. */
import type { Statistics } from '#contract/cards/statistics.ts'
import { amountOf } from '../../../composables/amounts.ts'
import type { Figure } from '../../../composables/plots.ts'
import { dayAfter, longestRun, weekdayWords } from './words.ts'

const year = 365
const dayLength = 86_400_000
const names = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']
const month = new Intl.DateTimeFormat('en-GB', { month: 'short', timeZone: 'UTC' })
const iso = (date: Date): string => date.toISOString().slice(0, 10)
/** Monday is 0. */
const weekday = (date: Date): number => (date.getUTCDay() + 6) % 7

export function calendarFigure({ calendar, today }: Statistics): Figure {
	const counts = new Map(calendar.map(({ day, reviews }) => [day, reviews]))
	const most = Math.max(1, ...counts.values())
	const first = dayAfter(today, 1 - year)
	const monday = first.getTime() - weekday(first) * dayLength
	const cells = Array.from({ length: year }, (_, index) => {
		const date = dayAfter(iso(first), index)
		const reviews = counts.get(iso(date)) ?? 0
		return {
			date,
			week: Math.floor((date.getTime() - monday) / (7 * dayLength)),
			weekday: weekday(date),
			says: `${weekdayWords(iso(date))}: ${amountOf(reviews, 'review')}`,
			reviews,
			// Four steps can be told apart; the lowest is still seen.
			strength: reviews ? 0.25 + 0.25 * Math.min(3, Math.floor((4 * reviews) / (most + 1))) : 0,
		}
	})
	const months = new Map(
		cells
			.filter(({ date }) => date.getUTCDate() <= 7 && weekday(date) === 0)
			.map(({ week, date }) => [week, month.format(date)]),
	)
	const busiest = calendar.reduce(
		(best, day) => (day.reviews > best.reviews ? day : best),
		calendar[0] ?? { day: today, reviews: 0 },
	)
	const run = longestRun(calendar.map(({ day }) => day))
	return {
		name: 'Calendar',
		title: 'A year of study',
		says: calendar.length
			? `You studied on ${amountOf(calendar.length, 'day')} of the last year, at most ${amountOf(run, 'day')} in a row. The fullest was ${weekdayWords(busiest.day)}: ${amountOf(busiest.reviews, 'review')}.`
			: 'No day of the last year has a review yet.',
		table: { head: ['Day', 'Reviews'], rows: calendar.map(({ day, reviews }) => [day, reviews]) },
		plot: (Plot, width) => ({
			height: Math.round(((width - 40) / 54) * 7) + 28,
			marginLeft: 40,
			marginTop: 24,
			marginBottom: 4,
			marginRight: 0,
			padding: 0.12,
			x: {
				type: 'band',
				axis: 'top',
				label: null,
				ticks: [...months.keys()],
				tickFormat: (week: number) => months.get(week) ?? '',
				tickSize: 0,
			},
			y: {
				type: 'band',
				domain: [0, 1, 2, 3, 4, 5, 6],
				label: null,
				tickFormat: (day: number) => (day % 2 ? '' : (names[day] ?? '')),
				tickSize: 0,
			},
			opacity: { type: 'identity' },
			marks: [
				Plot.cell(cells, {
					x: 'week',
					y: 'weekday',
					fill: 'var(--line)',
					fillOpacity: 0.35,
					rx: 1.5,
				}),
				Plot.cell(
					cells.filter(({ reviews }) => reviews),
					{ x: 'week', y: 'weekday', fill: 'var(--line-blue)', fillOpacity: 'strength', rx: 1.5, title: 'says' },
				),
			],
		}),
	}
}
