/** Finding cards. What was found is kept in its order until something is written: a window that scrolls takes slices of it. */
import type { CardFilter, CardRow } from '#contract/cards/browse.ts'
import type { Cards } from '../cards.ts'
import type { Moment } from '../clock.ts'
import { type CardOrder, conditionOf, orderOf } from './filter.ts'
import { rowsOf } from './rows.ts'

export interface Wanted {
	filter: CardFilter
	order: CardOrder
	descending: boolean
	offset: number
	limit: number
}

/** Lists that are kept: a window or two, and the order before. */
const mostKept = 4

export class Browser {
	readonly #cards: Cards
	/** Ids by what was asked for. */
	readonly #found = new Map<string, readonly number[]>()
	#tags: { tag: string; notes: number }[] | undefined
	#version = ''

	constructor(cards: Cards) {
		this.#cards = cards
	}

	find({ filter, order, descending, offset, limit }: Wanted): { total: number; rows: CardRow[] } {
		const moment = this.#cards.moment()
		const ids = this.ids(filter, moment, orderOf(order, descending))
		const rows = rowsOf(this.#cards.sql, this.#cards.types, ids.slice(offset, offset + limit), moment)
		return { total: ids.length, rows }
	}

	/** @returns the cards that a filter finds. */
	ids(filter: CardFilter, moment: Moment, order = orderOf('created', false)): readonly number[] {
		this.#refresh()
		const { sql, values } = conditionOf(filter, moment, (deck) => this.#cards.decks.below(deck).map(({ id }) => id))
		const key = JSON.stringify([sql, values, order])
		const ids =
			this.#found.get(key) ??
			this.#cards.sql.lists(`SELECT id FROM card WHERE ${sql} ORDER BY ${order}`, ...values).map(([id]) => Number(id))
		// The one that was used last is let go of last.
		this.#found.delete(key)
		this.#found.set(key, ids)
		for (const old of [...this.#found.keys()].slice(0, -mostKept)) this.#found.delete(old)
		return ids
	}

	/** @returns every tag, with the notes that have it. */
	tags(): { tag: string; notes: number }[] {
		this.#refresh()
		this.#tags ??= this.#counted()
		return this.#tags
	}

	/** Notes share lists of tags: there are far fewer of those than notes. */
	#counted(): { tag: string; notes: number }[] {
		const counts = new Map<string, number>()
		for (const [tags, notes] of this.#cards.sql.lists(
			"SELECT tags, count(*) FROM card_note WHERE removed_at IS NULL AND tags <> '[]' GROUP BY tags",
		))
			for (const tag of JSON.parse(String(tags)) as string[]) counts.set(tag, (counts.get(tag) ?? 0) + Number(notes))
		return [...counts].map(([tag, notes]) => ({ tag, notes })).sort((a, b) => (a.tag < b.tag ? -1 : 1))
	}

	/** Lets go of what was found where this connection or another one has written since. */
	#refresh(): void {
		const { sql } = this.#cards
		const [own] = sql.all('SELECT total_changes() AS changes')
		const [others] = sql.all('PRAGMA data_version')
		const version = `${own?.changes} ${others?.data_version}`
		if (version === this.#version) return
		this.#version = version
		this.#found.clear()
		this.#tags = undefined
	}
}
