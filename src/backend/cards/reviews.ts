/** Reviews as they are kept, and the way back from the last one. */
import type { Rating } from '#contract/cards/study.ts'
import { elapsedDays } from '#domain/cards/memory.ts'
import { gradeOf, isLeech, type Outcome } from '#domain/cards/schedule.ts'
import { Failure } from '../failure.ts'
import type { Row, Sql } from '../workspace/sql.ts'
import { held, type KeptCard, studied } from './card-rows.ts'
import type { Moment } from './clock.ts'

/** What an undo needs: the card's columns as they were, and the siblings that were buried. */
interface Before {
	card: Row
	siblings: number[]
}

/** Reviews of today and yesterday can be undone. */
const undoDays = 1

export class Reviews {
	readonly #sql: Sql
	#turned = Number.NEGATIVE_INFINITY

	constructor(sql: Sql) {
		this.#sql = sql
	}

	/**
	 * Keeps an answer: the card, the review, its siblings buried until tomorrow. To be called in a transaction.
	 * @returns whether it made a leech of the card
	 */
	keep(
		card: KeptCard,
		{ rating, took, outcome }: { rating: Rating; took: number; outcome: Outcome },
		leechAfter: number,
		{ at, day }: Moment,
	): boolean {
		const [before] = this.#sql.all(`SELECT ${studied.join(', ')} FROM card WHERE id = ?`, card.id)
		const siblings = this.#sql
			.all(
				`SELECT id FROM card WHERE note = ? AND id <> ? AND hold = 0 AND (state = 0 OR state = 2 AND due <= ?)`,
				card.note,
				card.id,
				day,
			)
			.map(({ id }) => Number(id))
		const leech = outcome.lapses > card.lapses && isLeech(outcome.lapses, leechAfter)
		const { state, due, step, stability, difficulty, interval, reps, lapses } = outcome
		this.#put(card.id, {
			...{ state, due, step, stability, difficulty, interval, reps, lapses },
			...{ last_at: at, last_day: day, hold: leech ? held.suspended : held.no, buried_until: null },
			...{ leech: leech || card.leech ? 1 : 0, modified: at },
		})
		this.#sql.run(
			'UPDATE card SET hold = 2, buried_until = ? WHERE id IN (SELECT value FROM json_each(?))',
			day + 1,
			JSON.stringify(siblings),
		)
		this.#sql.run(
			`INSERT INTO review (card, at, day, rating, state, elapsed, interval, stability, difficulty, took, before)
			 VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
			...[card.id, at, day, gradeOf(rating), card.state, elapsedDays(card, day), interval],
			...[stability, difficulty, took, JSON.stringify({ card: before, siblings })],
		)
		return leech
	}

	/** @returns the card of the last review, where nothing else has changed it since. */
	last(): { review: number; card: number; before: string } | undefined {
		const [row] = this.#sql.all(
			`SELECT review.id, card, before, hold, reps = (before ->> '$.card.reps') + 1 AS same
			 FROM review JOIN card ON card.id = card WHERE before IS NOT NULL ORDER BY review.id DESC LIMIT 1`,
		)
		if (!row?.same || row.hold === held.trash) return undefined
		return { review: Number(row.id), card: Number(row.card), before: String(row.before) }
	}

	/**
	 * Takes the last review back, in a transaction: the card as it was, its siblings where they are still buried, no trace.
	 * @returns the card
	 */
	undo(): number {
		const last = this.last()
		if (!last)
			throw new Failure(
				'NOT_FOUND',
				'There is no review to take back.',
				'Reviews of today and yesterday can be undone.',
			)
		const { card, siblings } = JSON.parse(last.before) as Before
		this.#put(last.card, card)
		this.#sql.run(
			'UPDATE card SET hold = 0, buried_until = NULL WHERE hold = 2 AND id IN (SELECT value FROM json_each(?))',
			JSON.stringify(siblings),
		)
		this.#sql.run('DELETE FROM review WHERE id = ?', last.review)
		return last.card
	}

	/** Once a study day: what was buried comes back, and the ways back from older reviews are let go. */
	turnDay(day: number): void {
		if (this.#turned === day) return
		this.#sql.transaction(() => {
			this.#sql.run('UPDATE card SET hold = 0, buried_until = NULL WHERE hold = 2 AND buried_until <= ?', day)
			this.#sql.run('UPDATE review SET before = NULL WHERE before IS NOT NULL AND day < ?', day - undoDays)
		})
		this.#turned = day
	}

	#put(id: number, columns: Row): void {
		this.#sql.run(
			`UPDATE card SET ${studied.map((column) => `${column} = ?`).join(', ')} WHERE id = ?`,
			...studied.map((column) => columns[column] ?? null),
			id,
		)
	}
}
