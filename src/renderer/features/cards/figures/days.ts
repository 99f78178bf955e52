/** Figures of days: what comes, what was done, and in what time. */
import type { RectYOptions } from '@observablehq/plot'
import type { Statistics } from '#contract/cards/statistics.ts'
import type { ExamPlan } from '#contract/cards/study.ts'
import { amountOf } from '../../../composables/amounts.ts'
import type { Figure, Key } from '../../../composables/plots.ts'
import { dateOf, dayAfter, dayWords, soft, spanOf, weekdayWords } from './words.ts'

const kinds = {
	review: { label: 'Review', colour: 'var(--line-blue)' },
	learning: { label: 'Learning', colour: 'var(--line-violet)' },
	new: { label: 'New', colour: 'var(--line-green)' },
} as const satisfies Record<string, Key>
const labels = Object.values(kinds).map(({ label }) => label)
const colours = Object.values(kinds).map(({ colour }) => colour)

/** Bars of days stay wide enough to be seen: beyond some months they are weeks, beyond some years months. */
const unitOf = (days: number) => (days <= 120 ? 'day' : days <= 800 ? 'week' : 'month')
/** As Plot calls them: weeks begin on Monday. */
const intervals = { day: 'day', week: 'monday', month: 'month' } as const

interface Part {
	date: Date
	count: number
	kind?: string
}

function bars(parts: readonly Part[], days: number, domain: readonly [Date, Date], label: string): Figure['plot'] {
	const look: { fill: string; order?: string[] } = parts[0]?.kind
		? { fill: 'kind', order: labels }
		: { fill: 'var(--line-blue)' }
	return (Plot) => ({
		height: 212,
		marginLeft: 48,
		marginBottom: 40,
		x: { type: 'utc', domain: [...domain], label: null, ticks: 6 },
		y: {
			grid: true,
			label,
			ticks: 4,
			tickFormat: (count: number) => (Number.isInteger(count) ? count.toLocaleString('en-GB') : ''),
		},
		color: { domain: labels, range: colours },
		marks: [
			Plot.rectY(
				parts.filter(({ count }) => count),
				Plot.binX<RectYOptions>(
					{ y: 'sum' },
					{ x: 'date', y: 'count', interval: intervals[unitOf(days)], inset: 0.5, fillOpacity: soft, ...look },
				),
			),
			Plot.ruleY([0], { stroke: 'var(--line-strong)' }),
		],
	})
}

/** @returns how many days the bars reach over: those asked for, or fewer where nothing lies beyond. */
const reach = (days: number, used: number): number => (days > 400 ? Math.min(days, Math.max(30, used)) : days)

export function forecastFigure({ forecast, today }: Statistics): Figure {
	const last = forecast.findLastIndex(({ learning, review }) => learning + review > 0)
	const days = reach(forecast.length, last + 1)
	const shown = forecast.slice(0, days)
	const sum = shown.reduce((all, { learning, review }) => all + learning + review, 0)
	const most = shown.reduce(
		(best, day) => (day.learning + day.review > best.learning + best.review ? day : best),
		shown[0] ?? { day: today, learning: 0, review: 0 },
	)
	const peak = amountOf(most.learning + most.review, 'card')
	const when = most.day === today ? `${peak} of them are due today` : `Most on ${weekdayWords(most.day)}: ${peak}`
	return {
		name: 'Due forecast',
		title: 'What comes due',
		says: sum
			? `${amountOf(sum, 'card')} in the next ${amountOf(days, 'day')}. ${when}.`
			: `Nothing comes due in the next ${amountOf(days, 'day')}.`,
		keys: [kinds.review, kinds.learning],
		table: {
			head: ['Day', 'Review', 'Learning'],
			rows: shown.map(({ day, review, learning }) => [day, review, learning]),
		},
		plot: bars(
			shown.flatMap(({ day, review, learning }) => [
				{ date: dateOf(day), count: review, kind: kinds.review.label },
				{ date: dateOf(day), count: learning, kind: kinds.learning.label },
			]),
			days,
			[dateOf(today), dayAfter(today, days)],
			`cards a ${unitOf(days)}`,
		),
	}
}

/** @returns the first day of the bars, and how many there are. */
function pastOf({ days, today }: Statistics, asked: number) {
	const first = days[0]
	const used = first ? Math.round((dateOf(today).getTime() - dateOf(first.day).getTime()) / 86_400_000) + 1 : 0
	const length = reach(asked, used)
	return { length, domain: [dayAfter(today, 1 - length), dayAfter(today, 1)] as const }
}

/** @param asked how far the past goes, in days */
export function reviewsFigure(statistics: Statistics, asked: number): Figure {
	const { days } = statistics
	const { length, domain } = pastOf(statistics, asked)
	const sum = days.reduce((all, day) => all + day.new + day.learning + day.review, 0)
	return {
		name: 'Reviews',
		title: `Reviews a ${unitOf(length)}`,
		says: days.length
			? `${amountOf(sum, 'review')} on ${days.length} of ${amountOf(length, 'day')}, ${Math.round(sum / days.length).toLocaleString('en-GB')} on a day of study.`
			: `No reviews in the last ${amountOf(length, 'day')}.`,
		keys: Object.values(kinds),
		table: {
			head: ['Day', 'Review', 'Learning', 'New', 'Remembered'],
			rows: days.map((day) => [day.day, day.review, day.learning, day.new, day.remembered]),
		},
		plot: bars(
			days.flatMap((day) =>
				(['review', 'learning', 'new'] as const).map((kind) => ({
					date: dateOf(day.day),
					count: day[kind],
					kind: kinds[kind].label,
				})),
			),
			length,
			domain,
			`reviews a ${unitOf(length)}`,
		),
	}
}

/** @param asked how far the past goes, in days */
export function timeFigure(statistics: Statistics, asked: number): Figure {
	const { days } = statistics
	const { length, domain } = pastOf(statistics, asked)
	const sum = days.reduce((all, { time }) => all + time, 0)
	const most = days.reduce((best, day) => (day.time > best.time ? day : best), days[0] ?? { day: '', time: 0 })
	return {
		name: 'Time',
		title: `Time a ${unitOf(length)}`,
		says: days.length
			? `${spanOf(sum)} in all, ${spanOf(sum / days.length)} on a day of study. The longest was ${dayWords(most.day)}: ${spanOf(most.time)}.`
			: `No time was spent in the last ${amountOf(length, 'day')}.`,
		table: {
			head: ['Day', 'Minutes'],
			rows: days.map(({ day, time }) => [day, Math.round(time / 6000) / 10]),
		},
		plot: bars(
			days.map(({ day, time }) => ({ date: dateOf(day), count: time / 60_000 })),
			length,
			domain,
			`minutes a ${unitOf(length)}`,
		),
	}
}

/** What the plan of an exam asks for, day by day. */
export function loadFigure({ load, exam }: ExamPlan): Figure {
	const [first] = load
	const sum = load.reduce((all, { new: fresh, reviews }) => all + fresh + reviews, 0)
	const most = Math.max(0, ...load.map(({ new: fresh, reviews }) => fresh + reviews))
	return {
		name: 'Plan until the exam',
		title: 'Cards a day',
		says: `About ${amountOf(Math.ceil(sum / Math.max(1, load.length)), 'card')} a day, and ${most.toLocaleString('en-GB')} on the fullest.`,
		keys: [kinds.review, kinds.new],
		table: {
			head: ['Day', 'New', 'Review'],
			rows: load.map(({ day, new: fresh, reviews }) => [day, fresh, reviews]),
		},
		plot: bars(
			load.flatMap(({ day, new: fresh, reviews }) => [
				{ date: dateOf(day), count: reviews, kind: kinds.review.label },
				{ date: dateOf(day), count: fresh, kind: kinds.new.label },
			]),
			load.length,
			[dateOf(first?.day ?? exam), dateOf(exam)],
			'cards',
		),
	}
}
