import type { Statistics } from '#contract/cards/statistics.ts'
import type { Command } from '../command.ts'
import { deckNamed } from '../deck.ts'
import { wholeNumber } from '../options.ts'
import { columns, count } from '../text.ts'

const periods = {
	today: 'today',
	week: 'last 7 days',
	month: 'last 30 days',
	year: 'last year',
	all: 'always',
} as const
const percent = (share: number | null): string => (share === null ? '–' : `${Math.round(share * 100)} %`)

function readable({ days, forecast, retention, desired, states }: Statistics, asked: number, width: number): string {
	const reviews = days.reduce((sum, day) => sum + day.new + day.learning + day.review, 0)
	const minutes = Math.round(days.reduce((sum, { time }) => sum + time, 0) / 60_000)
	const due = forecast.reduce((sum, day) => sum + day.learning + day.review, 0)
	const cards = states.reduce((sum, each) => sum + each.cards, 0)
	const kinds = states.filter((each) => each.cards).map((each) => `${each.cards} ${each.state}`)
	const table = [
		['remembered', 'young', 'mature', 'all', 'reviews'],
		...retention.map((row) => [
			periods[row.period],
			percent(row.young),
			percent(row.mature),
			percent(row.all),
			String(row.reviews),
		]),
	]
	return [
		`${count(cards, 'card')}${kinds.length ? `: ${kinds.join(', ')}` : ''}`,
		`The last ${count(asked, 'day')}: ${count(reviews, 'review')} on ${count(days.length, 'day')}, ${count(minutes, 'minute')}`,
		`The next ${count(asked, 'day')}: ${count(due, 'card')} due, ${(forecast[0]?.learning ?? 0) + (forecast[0]?.review ?? 0)} of them today`,
		'',
		columns(table, width),
		`goal: ${percent(desired)}`,
		'',
	].join('\n')
}

export const cardsStats: Command = {
	words: ['cards', 'stats'],
	takes: '[--deck NAME] [--days N]',
	summary: 'say what reviews add up to: what was done and remembered, and what comes due (30 days unless told)',
	options: ['deck', 'days'],
	operands: [0, 0],
	async run({ values, io, open, answer }) {
		const days = wholeNumber(values, 'days', 7, 3650) ?? 30
		const client = await open()
		const deck = await deckNamed(values.deck, client)
		const statistics = await client.cards.statistics.show(
			{ days, ...(deck ? { deck: deck.id } : {}) },
			{ signal: io.stop },
		)
		await answer(statistics, () => readable(statistics, days, io.width))
		return 0
	},
}
