/** What was reviewed, by study days as they were for the reader then. */
import type { Statistics } from '#contract/cards/statistics.ts'
import type { Sql } from '../../workspace/sql.ts'

interface Remembered {
	reviews: number
	remembered: number
}

export interface ReviewDay {
	/** The study day, in days since 1970. */
	day: number
	/** Cards seen for the first time. */
	new: number
	/** Learning steps, of new and of forgotten cards. */
	learning: number
	/** Reviews of cards that had waited for less than 21 days, and of others. */
	young: Remembered
	mature: Remembered
	/** Milliseconds. */
	time: number
}

/** Days that a card has waited for to be called mature, as in Anki. */
const matureAfter = 21

/** @returns all days on which there were reviews, in their order. */
export function reviewDays(sql: Sql, day: number, decks?: readonly number[]): ReviewDay[] {
	const from = decks
		? 'review JOIN card ON card.id = review.card AND card.deck IN (SELECT value FROM json_each(?2))'
		: 'review INDEXED BY review_day'
	const due = 'review.state = 2'
	const mature = `${due} AND elapsed >= ${matureAfter}`
	const young = `${due} AND elapsed < ${matureAfter}`
	return sql
		.lists(
			`SELECT day, sum(review.state = 0), sum(review.state IN (1, 3)), sum(${young}), sum(${young} AND rating > 1),
			   sum(${mature}), sum(${mature} AND rating > 1), sum(took)
			 FROM ${from} WHERE day <= ?1 GROUP BY day ORDER BY day`,
			day,
			...(decks ? [JSON.stringify(decks)] : []),
		)
		.map((row) => {
			const [on = 0, fresh = 0, learning = 0, some = 0, known = 0, more = 0, wellKnown = 0, time = 0] = row.map(Number)
			return {
				day: on,
				new: fresh,
				learning,
				young: { reviews: some, remembered: known },
				mature: { reviews: more, remembered: wellKnown },
				time,
			}
		})
}

/** @returns those of so many days up to this one. */
export const lastDays = (past: readonly ReviewDay[], day: number, days: number): ReviewDay[] =>
	past.filter((done) => done.day > day - days)

const periods = { today: 1, week: 7, month: 30, year: 365, all: Number.POSITIVE_INFINITY } as const

export function retentionOf(past: readonly ReviewDay[], day: number): Statistics['retention'] {
	return Object.entries(periods).map(([period, days]) => {
		const counted = lastDays(past, day, days)
		const young = sumOf(counted.map((done) => done.young))
		const mature = sumOf(counted.map((done) => done.mature))
		const all = sumOf([young, mature])
		return {
			period: period as keyof typeof periods,
			young: shareOf(young),
			mature: shareOf(mature),
			all: shareOf(all),
			reviews: all.reviews,
		}
	})
}

const sumOf = (parts: readonly Remembered[]): Remembered => ({
	reviews: parts.reduce((sum, { reviews }) => sum + reviews, 0),
	remembered: parts.reduce((sum, { remembered }) => sum + remembered, 0),
})

const shareOf = ({ reviews, remembered }: Remembered): number | null => (reviews ? remembered / reviews : null)
