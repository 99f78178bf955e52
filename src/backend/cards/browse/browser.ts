/** Finding cards. What was found is kept in its order until something is written: a window that scrolls takes slices of it. */
import type { CardFilter, CardRow } from '#contract/cards/browse.ts'
import type { Cards } from '../cards.ts'
import type { Moment } from '../clock.ts'
import { anyCard, type CardOrder, conditionOf, orderOf } from './filter.ts'
import { rowsOf } from './rows.ts'

export interface Wanted {
	filter: CardFilter
	order: CardOrder
	descending: boolean
	offset: number
	limit: number
}

/** Cards in an order. */
interface Found {
	total: number
	part(offset: number, limit: number): readonly number[]
}

/** Lists that are kept: a window or two, and the order before. */
const mostKept = 4

export class Browser {
	readonly #cards: Cards
	/** By what was asked for. */
	readonly #found = new Map<string, Found>()
	#tags: { tag: string; notes: number }[] | undefined
	#version = ''

	constructor(cards: Cards) {
		this.#cards = cards
	}

	find({ filter, order, descending, offset, limit }: Wanted): { total: number; rows: CardRow[] } {
		const moment = this.#cards.moment()
		const { total, part } = this.#all(filter, moment, order, descending)
		return { total, rows: rowsOf(this.#cards.sql, this.#cards.types, part(offset, limit), moment) }
	}

	/** @returns the cards that a filter finds. */
	ids(filter: CardFilter, moment: Moment): readonly number[] {
		const { total, part } = this.#all(filter, moment)
		return part(0, total)
	}

	/** @returns how many cards a filter finds. */
	count = (filter: CardFilter, moment: Moment): number => this.#all(filter, moment).total

	#all(filter: CardFilter, moment: Moment, by: CardOrder = 'created', descending = false): Found {
		this.#refresh()
		const { sql, values } = conditionOf(filter, moment, (deck) => this.#cards.decks.below(deck).map(({ id }) => id))
		const order = orderOf(by, descending)
		const key = JSON.stringify([sql, values, order])
		const asItOpens = sql === anyCard && by === 'created'
		const found = this.#found.get(key) ?? (asItOpens ? this.#indexed(order) : this.#listed(sql, values, order))
		// The one that was used last is let go of last.
		this.#found.delete(key)
		this.#found.set(key, found)
		for (const old of [...this.#found.keys()].slice(0, -mostKept)) this.#found.delete(old)
		return found
	}

	/** What is to be sorted, or looked for, is all read at once. */
	#listed(condition: string, values: (string | number)[], order: string): Found {
		const ids = this.#ids(`SELECT id FROM card WHERE ${condition} ORDER BY ${order}`, ...values)
		return { total: ids.length, part: (offset, limit) => ids.slice(offset, offset + limit) }
	}

	/** All cards in the order of an index: counting them and stepping to a part of them is quicker than reading every id. */
	#indexed(order: string): Found {
		const [[total] = []] = this.#cards.sql.lists(`SELECT count(*) FROM card WHERE ${anyCard}`)
		const part = `SELECT id FROM card WHERE ${anyCard} ORDER BY ${order} LIMIT ? OFFSET ?`
		return { total: Number(total), part: (offset, limit) => this.#ids(part, limit, offset) }
	}

	#ids = (sql: string, ...values: (string | number)[]): number[] =>
		this.#cards.sql.lists(sql, ...values).map(([id]) => Number(id))

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
