/** Figures of memory: how much was remembered, how long cards last, how hard they are, what is known now. */
import type { Statistics } from '#contract/cards/statistics.ts'
import { amountOf } from '../../../composables/amounts.ts'
import type { Figure, Key } from '../../../composables/plots.ts'
import { counted, percent, soft } from './words.ts'

const periods = {
	today: 'Today',
	week: 'Last 7 days',
	month: 'Last 30 days',
	year: 'Last year',
	all: 'All time',
} as const
const ages = {
	young: { label: 'Young: under 21 days', colour: 'var(--line-green)', shape: 'circle' },
	mature: { label: 'Mature: 21 days or more', colour: 'var(--line-violet)', shape: 'square' },
	all: { label: 'All', colour: 'var(--line-blue)', shape: 'diamond' },
} as const satisfies Record<string, Key>
const labels = Object.values(ages).map(({ label }) => label)

export function retentionFigure({ retention, desired }: Statistics): Figure {
	const dots = retention.flatMap((row) =>
		(['young', 'mature', 'all'] as const).flatMap((age) => {
			const share = row[age]
			return share === null ? [] : [{ period: periods[row.period], age: ages[age].label, share }]
		}),
	)
	const told = retention.find(({ period, all }) => period === 'month' && all !== null) ?? retention.at(-1)
	const least = Math.min(desired, ...dots.map(({ share }) => share))
	return {
		name: 'Retention',
		title: 'Remembered, beside the goal',
		says:
			told && told.all !== null
				? `${periods[told.period] === 'All time' ? 'In all' : 'In the last 30 days'}, ${percent(told.all)} of ${amountOf(told.reviews, 'review')} were remembered. The goal is ${percent(desired)}.`
				: `The goal is ${percent(desired)}. What you remember shows here once cards come back after a day or longer.`,
		keys: Object.values(ages),
		table: {
			head: ['Period', 'Young', 'Mature', 'All', 'Goal', 'Reviews'],
			rows: retention.map(({ period, young, mature, all, reviews }) => [
				periods[period],
				...[young, mature, all].map((share) => (share === null ? '–' : percent(share))),
				percent(desired),
				reviews,
			]),
		},
		plot: (Plot) => ({
			height: 220,
			marginLeft: 84,
			marginTop: 28,
			marginBottom: 32,
			marginRight: 32,
			x: {
				domain: [Math.max(0, Math.floor(least * 10 - 1) / 10), 1],
				label: null,
				tickFormat: percent,
				ticks: 5,
				grid: true,
			},
			y: { domain: Object.values(periods), label: null, tickSize: 0 },
			color: { domain: labels, range: Object.values(ages).map(({ colour }) => colour) },
			symbol: { domain: labels, range: ['circle', 'square', 'diamond'] },
			marks: [
				Plot.ruleX([desired], { stroke: 'var(--ink)', strokeDasharray: '4 3' }),
				Plot.text([desired], {
					x: (share: number) => share,
					frameAnchor: 'top',
					dy: -16,
					text: () => 'Goal',
					fill: 'var(--ink)',
					fontWeight: 600,
				}),
				Plot.dot(dots, {
					x: 'share',
					y: 'period',
					fill: 'age',
					symbol: 'age',
					r: 6,
					stroke: 'var(--sheet)',
					strokeWidth: 1.5,
					title: ({ age, share }: (typeof dots)[number]) => `${age}: ${percent(share)}`,
				}),
			],
		}),
	}
}

interface Row {
	label: string
	cards: number
}

/** Bars that lie, so many pixels each, with their labels before them and their numbers behind. */
const lying =
	(rows: readonly Row[], each: number): Figure['plot'] =>
	(Plot) => ({
		height: each * rows.length + 8,
		marginLeft: 104,
		marginTop: 4,
		marginBottom: 4,
		marginRight: 44,
		x: { axis: null },
		y: { domain: rows.map(({ label }) => label), label: null, tickSize: 0 },
		marks: [
			Plot.barX(rows, {
				x: 'cards',
				y: 'label',
				fill: 'var(--line-blue)',
				fillOpacity: soft,
				insetTop: each / 8,
				insetBottom: each / 8,
			}),
			Plot.text(rows, {
				x: 'cards',
				y: 'label',
				text: ({ cards }: Row) => counted(cards),
				dx: 6,
				textAnchor: 'start',
				fill: 'var(--ink)',
			}),
			Plot.ruleX([0], { stroke: 'var(--line-strong)' }),
		],
	})

type Bins = Statistics['stability']
const sumOf = (bins: Bins): number => bins.reduce((sum, { cards }) => sum + cards, 0)
const none = 'No card has been learned yet.'

const spans = [
	'under a day',
	'1–3 days',
	'3–7 days',
	'1–2 weeks',
	'2–4 weeks',
	'1–2 months',
	'2–3 months',
	'3–6 months',
	'6–12 months',
	'1–2 years',
	'2–5 years',
	'over 5 years',
]

export function stabilityFigure({ stability }: Statistics): Figure {
	const rows = stability.map(({ cards }, index) => ({ label: spans[index] ?? '', cards }))
	const all = sumOf(stability)
	const long = sumOf(stability.filter(({ from }) => from >= 30))
	return {
		name: 'Stability',
		title: 'How long cards last',
		says: all
			? `Stability: the days after which nine of ten are still remembered. ${counted(long)} of ${amountOf(all, 'card')} last a month or longer.`
			: none,
		table: { head: ['Stability', 'Cards'], rows: rows.map(({ label, cards }) => [label, cards]) },
		plot: lying(rows, 24),
	}
}

/** Bars that stand beside one another. */
const standing =
	(bins: Bins, from: number, tickFormat: (value: number) => string, label: string): Figure['plot'] =>
	(Plot) => ({
		height: 220,
		marginLeft: 48,
		marginRight: 24,
		marginBottom: 36,
		x: {
			label,
			labelAnchor: 'center',
			labelArrow: 'none',
			tickFormat,
			ticks: 10,
			domain: [from, bins.at(-1)?.to ?? 1],
		},
		y: {
			grid: true,
			label: 'cards',
			ticks: 4,
			tickFormat: (count: number) => (Number.isInteger(count) ? counted(count) : ''),
		},
		marks: [
			Plot.rectY(
				bins.filter((bin) => bin.from >= from),
				{ x1: 'from', x2: 'to', y: 'cards', fill: 'var(--line-blue)', fillOpacity: soft, inset: 0.5 },
			),
			Plot.ruleY([0], { stroke: 'var(--line-strong)' }),
		],
	})

export function difficultyFigure({ difficulty }: Statistics): Figure {
	const all = sumOf(difficulty)
	const hard = sumOf(difficulty.filter(({ from }) => from >= 8))
	return {
		name: 'Difficulty',
		title: 'How hard cards are',
		says: all ? `From 1, easy, to 10, hard. ${counted(hard)} of ${amountOf(all, 'card')} stand at 8 or above.` : none,
		table: { head: ['Difficulty', 'Cards'], rows: difficulty.map(({ from, to, cards }) => [`${from}–${to}`, cards]) },
		plot: standing(difficulty, 1, String, 'difficulty'),
	}
}

export function retrievabilityFigure({ retrievability }: Statistics): Figure {
	const all = sumOf(retrievability)
	// Where nothing is likely to be forgotten, the bars have the room.
	const lowest = retrievability.find(({ cards }) => cards)?.from ?? 0
	const from = Math.min(0.5, Math.floor(lowest * 10) / 10)
	const known = retrievability.reduce((sum, { from, to, cards }) => sum + (cards * (from + to)) / 2, 0)
	return {
		name: 'Retrievability',
		title: 'What you would remember now',
		says: all ? `About ${counted(Math.round(known))} of ${amountOf(all, 'card')}, if all were asked today.` : none,
		table: {
			head: ['Chance', 'Cards'],
			rows: retrievability.map(({ from, to, cards }) => [`${Math.round(from * 100)}–${percent(to)}`, cards]),
		},
		plot: standing(retrievability, from, percent, 'chance of remembering'),
	}
}

const states = {
	new: 'New',
	learning: 'Learning',
	review: 'In review',
	relearning: 'Relearning',
	suspended: 'Suspended',
	buried: 'Buried',
} as const

export function statesFigure(statistics: Statistics): Figure {
	const rows = statistics.states.map(({ state, cards }) => ({ label: states[state], cards }))
	const all = rows.reduce((sum, { cards }) => sum + cards, 0)
	const fresh = rows[0]?.cards ?? 0
	return {
		name: 'Cards',
		title: 'Cards by what they are',
		says: `${amountOf(all, 'card')}, of which ${counted(fresh)} ${fresh === 1 ? 'is' : 'are'} new.`,
		table: { head: ['State', 'Cards'], rows: rows.map(({ label, cards }) => [label, cards]) },
		plot: lying(rows, 44),
	}
}
