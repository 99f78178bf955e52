/** Which card comes next. Learning steps that are due come first, then reviews and new cards evenly mixed, then steps that are nearly due. */
import { nextKind } from '#domain/cards/mix.ts'
import type { Sql } from '../workspace/sql.ts'
import type { Moment } from './clock.ts'
import type { Loads } from './loads.ts'

/** A step that is due within 20 minutes may come early where nothing else is left, as in Anki. */
const aheadOfTime = 20 * 60_000

export interface Pick {
	/** The card that comes next. */
	card?: number
	/** When there will be one, where only learning steps are left today (milliseconds since 1970). */
	waitUntil?: number
}

/** @param loads of the decks that are studied */
export function nextCard(sql: Sql, loads: Loads, { at, day, end }: Moment): Pick {
	const decks = [...loads.values()]
	const [learning] = sql.all(
		`SELECT id, due FROM card INDEXED BY card_learning WHERE hold = 0 AND state IN (1, 3) AND due < ?
		 AND deck IN (SELECT value FROM json_each(?)) ORDER BY due LIMIT 1`,
		end,
		list(decks),
	)
	if (learning && Number(learning.due) <= at) return { card: Number(learning.id) }
	const sum = (of: (deck: (typeof decks)[number]) => number) => decks.reduce((total, deck) => total + of(deck), 0)
	const kind = nextKind(
		{ done: sum((deck) => deck.doneNew), left: sum((deck) => deck.new) },
		{ done: sum((deck) => deck.doneDue), left: sum((deck) => deck.review) },
	)
	const card =
		kind === 'new'
			? firstNew(sql, list(decks.filter((deck) => deck.new > 0)))
			: kind === 'review' && firstReview(sql, list(decks.filter((deck) => deck.review > 0)), day, isBacklog(decks))
	if (card) return { card }
	if (!learning) return {}
	const due = Number(learning.due)
	return due <= at + aheadOfTime ? { card: Number(learning.id) } : { waitUntil: due }
}

const list = (decks: readonly { id: number }[]): string => JSON.stringify(decks.map(({ id }) => id))

/** Whether more is due than the day has room for. */
const isBacklog = (decks: readonly { due: number; review: number }[]): boolean =>
	decks.some(({ due, review }) => due > review)

/** In the order in which they were made. */
const firstNew = (sql: Sql, decks: string): number | undefined =>
	idOf(
		sql.all(
			`SELECT id FROM card WHERE id IN (SELECT (
				SELECT id FROM card INDEXED BY card_new WHERE hold = 0 AND state = 0 AND deck = value ORDER BY due LIMIT 1
			) FROM json_each(?)) ORDER BY due LIMIT 1`,
			decks,
		),
	)

/**
 * What has been due longest, shuffled within a day so that subjects alternate. In a backlog what is most likely still known
 * comes first: such a card is quickly done and its memory saved, while one that is forgotten hardly loses more by waiting.
 * FSRS's simulations of backlogs found this order to keep the most for the time it takes (ankitects/anki#3460, #4400). As
 * recall falls with days over stability, that is the order of their ratio.
 */
const firstReview = (sql: Sql, decks: string, day: number, backlog: boolean): number | undefined =>
	idOf(
		sql.all(
			`SELECT id FROM card INDEXED BY card_review WHERE hold = 0 AND state = 2 AND due <= ?1
			 AND deck IN (SELECT value FROM json_each(?2)) ORDER BY
			 ${backlog ? '(?1 - ifnull(last_day, due)) / ifnull(stability, 1.0),' : ''} due, id * 40503 % 65536 LIMIT 1`,
			day,
			decks,
		),
	)

const idOf = ([row]: readonly Record<string, unknown>[]): number | undefined => (row ? Number(row.id) : undefined)
