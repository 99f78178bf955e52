/** What decks hold today, counted in the database. */
import { lateAfter } from '#domain/cards/backlog.ts'
import { type DeckLoad, type DeckRoom, roomOf } from '#domain/cards/limits.ts'
import type { Sql } from '../workspace/sql.ts'
import type { Moment } from './clock.ts'
import type { KeptDeck } from './decks.ts'
import type { Usual } from './usual.ts'

/** With an exam all new cards count; otherwise those that a day could ever have room for. */
const all = 1_000_000_000

export type Loads = Map<number, DeckLoad & DeckRoom>

/**
 * The indexes are named, for the planner knows nothing of what is in them and would rather look at all cards.
 * @returns each deck with what it holds and has room for today
 */
export function loadsOf(sql: Sql, decks: readonly KeptDeck[], { day, end }: Moment, usual: Usual): Loads {
	const count = (rows: readonly Record<string, unknown>[], what: string) =>
		new Map(rows.map((row) => [Number(row.deck), Number(row[what])]))
	const dueRows = sql.all(
		`SELECT deck, count(*) AS due, sum(due <= ?) AS late FROM card INDEXED BY card_review
		 WHERE hold = 0 AND state = 2 AND due <= ? GROUP BY deck`,
		day - lateAfter,
		day,
	)
	const doneRows = sql.all(
		`SELECT deck, sum(review.state = 0) AS fresh, sum(review.state = 2) AS due
		 FROM review INDEXED BY review_day CROSS JOIN card ON card.id = card
		 WHERE day = ? AND review.state IN (0, 2) GROUP BY deck`,
		day,
	)
	const exam = decks.some(({ settings }) => settings.exam !== null)
	const fresh = new Map(
		decks.map(({ id, settings }) => [
			id,
			// A statement for each deck: a limit cannot differ by row, and counting all new cards takes longer.
			Number(
				sql.all(
					`SELECT count(*) AS cards FROM (
						SELECT 1 FROM card INDEXED BY card_new WHERE hold = 0 AND state = 0 AND deck = ? LIMIT ?)`,
					id,
					exam ? all : settings.newPerDay,
				)[0]?.cards,
			),
		]),
	)
	const learning = count(
		sql.all(
			`SELECT deck, count(*) AS learning FROM card INDEXED BY card_learning
			 WHERE hold = 0 AND state IN (1, 3) AND due < ? GROUP BY deck`,
			end,
		),
		'learning',
	)
	const [due, late] = [count(dueRows, 'due'), count(dueRows, 'late')]
	const [doneNew, doneDue] = [count(doneRows, 'fresh'), count(doneRows, 'due')]
	const of = (counts: ReadonlyMap<number, number>, id: number) => counts.get(id) ?? 0
	const loads = decks.map(
		({ id, name, settings }): DeckLoad => ({
			id,
			name,
			settings,
			fresh: of(fresh, id),
			learning: of(learning, id),
			due: of(due, id),
			late: of(late, id),
			doneNew: of(doneNew, id),
			doneDue: of(doneDue, id),
		}),
	)
	const rooms = roomOf(loads, day, (ids) => usual.of(ids, day))
	return new Map(
		loads.map((load) => [load.id, { ...load, ...(rooms.get(load.id) ?? { new: 0, review: 0, exam: null }) }]),
	)
}
