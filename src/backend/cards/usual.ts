/** What the reader usually gets through in a day, deck by deck. */
import { usualOf } from '#domain/cards/backlog.ts'
import type { Sql } from '../workspace/sql.ts'

/** Days before today that tell it: those since would be coloured by the backlog itself. */
const [from, until] = [74, 14]

export class Usual {
	readonly #sql: Sql
	#known: { day: number; counts: Map<number, Map<number, number>> } | undefined

	constructor(sql: Sql) {
		this.#sql = sql
	}

	/** @returns reviews of a usual day in these decks; 0 where there is nothing to tell it by. */
	of(decks: readonly number[], day: number): number {
		// Counted once a day: it takes longer than anything else that is asked before a card is shown.
		if (this.#known?.day !== day) this.#known = { day, counts: this.#count(day) }
		const days = new Map<number, number>()
		for (const deck of decks)
			for (const [on, reviews] of this.#known.counts.get(deck) ?? []) days.set(on, (days.get(on) ?? 0) + reviews)
		return usualOf([...days.values()])
	}

	/** Counts anew the next time. */
	forget(): void {
		this.#known = undefined
	}

	#count(day: number): Map<number, Map<number, number>> {
		const rows = this.#sql.all(
			`SELECT deck, day, count(*) AS reviews FROM review INDEXED BY review_day CROSS JOIN card ON card.id = card
			 WHERE day >= ? AND day < ? AND review.state = 2 GROUP BY deck, day`,
			day - from,
			day - until,
		)
		const counts = new Map<number, Map<number, number>>()
		for (const row of rows) {
			const deck = Number(row.deck)
			counts.set(deck, (counts.get(deck) ?? new Map()).set(Number(row.day), Number(row.reviews)))
		}
		return counts
	}
}
