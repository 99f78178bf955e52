/** What falls due on the days ahead. */
import { startOfDay, studyDay } from '#domain/cards/calendar.ts'
import type { Sql } from '../workspace/sql.ts'
import type { Moment } from './clock.ts'

export interface DueOn {
	/** The study day, in days since 1970. */
	day: number
	learning: number
	review: number
}

/** How far a backlog is reckoned ahead. */
const horizon = 90

/**
 * @param decks only cards of these
 * @returns what falls due on so many days from today on; what is overdue on the first
 */
export function forecast(sql: Sql, { day, calendar }: Moment, days: number, decks?: readonly number[]): DueOn[] {
	const inDecks = decks ? 'AND deck IN (SELECT value FROM json_each(?2))' : ''
	const values = decks ? [JSON.stringify(decks)] : []
	const reviews = sql.all(
		`SELECT due AS day, count(*) AS cards FROM card INDEXED BY card_review
		 WHERE hold = 0 AND state = 2 AND due < ?1 ${inDecks} GROUP BY due`,
		day + days,
		...values,
	)
	const learning = sql.all(
		`SELECT due FROM card INDEXED BY card_learning WHERE hold = 0 AND state IN (1, 3) AND due < ?1 ${inDecks}`,
		startOfDay(day + days, calendar),
		...values,
	)
	const all = Array.from({ length: days }, (_, index): DueOn => ({ day: day + index, learning: 0, review: 0 }))
	const on = (due: number) => all[Math.max(0, due - day)]
	for (const { day: due, cards } of reviews) {
		const there = on(Number(due))
		if (there) there.review += Number(cards)
	}
	for (const { due } of learning) {
		const there = on(studyDay(Number(due), calendar))
		if (there) there.learning++
	}
	return all
}

/** @returns reviews in these decks on the days after today. */
export function comingReviews(sql: Sql, decks: readonly number[], day: number): number[] {
	const rows = sql.all(
		`SELECT due, count(*) AS cards FROM card INDEXED BY card_review WHERE hold = 0 AND state = 2
		 AND due > ? AND due <= ? AND deck IN (SELECT value FROM json_each(?)) GROUP BY due`,
		day,
		day + horizon,
		JSON.stringify(decks),
	)
	const byDay = new Map(rows.map(({ due, cards }) => [Number(due), Number(cards)]))
	return Array.from({ length: horizon }, (_, index) => byDay.get(day + index + 1) ?? 0)
}
