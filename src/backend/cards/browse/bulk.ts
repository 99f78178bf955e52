/** Acts on many cards at once: one transaction, and one way back. */
import type { CardAct, CardFilter } from '#contract/cards/browse.ts'
import type { Cards } from '../cards.ts'
import type { Moment } from '../clock.ts'
import { findable, sorted } from '../note-content.ts'

/** Cards by name, or all that a filter finds. */
export type Which = { ids: readonly number[] } | { filter: CardFilter }

export interface Acted {
	token: number
	/** Cards that were changed. */
	cards: number
}

/** Tags that a note can have. */
const mostTags = 100

type Simple = 'suspend' | 'unsuspend' | 'bury' | 'unbury' | 'reset'
const those = 'SELECT value FROM json_each(?)'

/** What an act writes about: the day to come, and the place of the last new card in the row. */
interface Write {
	tomorrow: number
	last: number
}

/** For each act the cards that it changes, the columns, and how. `wanted.key` numbers the cards. */
const simple: Record<Simple, { label: string; of: string; columns: string[]; set: (write: Write) => string }> = {
	suspend: {
		label: 'Cards suspended',
		of: 'hold IN (0, 2)',
		columns: ['hold', 'buried_until'],
		set: () => 'hold = 1, buried_until = NULL',
	},
	unsuspend: { label: 'Cards back in the queue', of: 'hold = 1', columns: ['hold'], set: () => 'hold = 0' },
	bury: {
		label: 'Cards buried',
		of: 'hold = 0',
		columns: ['hold', 'buried_until'],
		set: ({ tomorrow }) => `hold = 2, buried_until = ${tomorrow}`,
	},
	unbury: {
		label: 'Cards dug up',
		of: 'hold = 2',
		columns: ['hold', 'buried_until'],
		set: () => 'hold = 0, buried_until = NULL',
	},
	reset: {
		label: 'Cards made new',
		of: 'hold < 3 AND (state > 0 OR reps > 0 OR leech = 1)',
		columns: [
			...['state', 'due', 'step', 'stability', 'difficulty', 'interval', 'reps', 'lapses'],
			...['last_at', 'last_day', 'leech'],
		],
		// They queue up behind the others, in the order in which they were made.
		set: ({ last }) => `state = 0, due = ${last + 1} + wanted.key, step = 0, stability = NULL,
			difficulty = NULL, interval = 0, reps = 0, lapses = 0, last_at = NULL, last_day = NULL, leech = 0`,
	},
}

/** @returns cards that are there and to be acted on. */
function idsOf(cards: Cards, which: Which, moment: Moment, of: string): number[] {
	const ids = 'ids' in which ? which.ids : cards.browser.ids(which.filter, moment)
	return cards.sql
		.lists(`SELECT id FROM card WHERE id IN (${those}) AND hold < 3 AND ${of} ORDER BY id`, JSON.stringify(ids))
		.map(([id]) => Number(id))
}

const notesOf = (cards: Cards, ids: readonly number[]): number[] =>
	cards.sql
		.lists(`SELECT DISTINCT note FROM card WHERE id IN (${those}) ORDER BY note`, JSON.stringify(ids))
		.map(([id]) => Number(id))

/** Acts on cards. @throws Failure when the deck that they are to go to is not there */
export function actOn(cards: Cards, which: Which, act: CardAct): Acted {
	const moment = cards.moment()
	return cards.notes.atOnce(() => {
		if (act.act === 'move') return move(cards, which, act.deck, moment)
		if (act.act === 'tag') return tag(cards, which, act, moment)
		if (act.act === 'remove') {
			const ids = idsOf(cards, which, moment, 'hold < 3')
			const { token, cards: count } = cards.notes.remove(notesOf(cards, ids), moment.at)
			return { token, cards: count }
		}
		const { label, of, columns, set } = simple[act.act]
		const ids = idsOf(cards, which, moment, of)
		const token = cards.acts.note(label, [{ table: 'card', ids, columns: [...columns, 'modified'] }], moment.at)
		const [row] = cards.sql.all('SELECT max(due) AS last FROM card WHERE state = 0 AND hold = 0')
		const how = set({ tomorrow: moment.day + 1, last: Number(row?.last ?? 0) })
		cards.sql.run(
			`UPDATE card SET ${how}, modified = ? FROM json_each(?) AS wanted WHERE card.id = wanted.value`,
			moment.at,
			JSON.stringify(ids),
		)
		return { token, cards: ids.length }
	})
}

function move(cards: Cards, which: Which, to: number | string, moment: Moment): Acted {
	const before = new Set(cards.decks.list().map(({ id }) => id))
	const deck = cards.decks.called(to, moment.at).id
	const ids = idsOf(cards, which, moment, `deck <> ${deck}`)
	const token = cards.acts.note('Cards moved', [{ table: 'card', ids, columns: ['deck', 'modified'] }], moment.at)
	cards.sql.run(`UPDATE card SET deck = ?, modified = ? WHERE id IN (${those})`, deck, moment.at, JSON.stringify(ids))
	if (!before.has(deck)) cards.acts.made(token, { deck: [deck] })
	return { token, cards: ids.length }
}

function tag(cards: Cards, which: Which, { add, remove }: Extract<CardAct, { act: 'tag' }>, moment: Moment): Acted {
	const { sql, notes, types, acts } = cards
	const of = notesOf(cards, idsOf(cards, which, moment, 'hold < 3'))
	const changed: { id: number; tags: string[] }[] = []
	for (const [id, written] of sql.lists(
		`SELECT id, tags FROM card_note WHERE id IN (${those}) ORDER BY id`,
		JSON.stringify(of),
	)) {
		const old = JSON.parse(String(written)) as string[]
		const tags = sorted([...old.filter((each) => !remove.includes(each)), ...add]).slice(0, mostTags)
		if (tags.join(' ') !== old.join(' ')) changed.push({ id: Number(id), tags })
	}
	const ids = changed.map(({ id }) => id)
	const token = acts.note('Tags changed', [{ table: 'card_note', ids, columns: ['tags', 'modified'] }], moment.at)
	const read = 'SELECT type, fields FROM card_note WHERE id = ?'
	for (const { id, tags } of changed) {
		sql.run('UPDATE card_note SET tags = ?, modified = ? WHERE id = ?', JSON.stringify(tags), moment.at, id)
		const [row] = sql.lists(read, id)
		const fields = JSON.parse(String(row?.[1])) as string[]
		notes.index(id, findable({ type: types.byId(Number(row?.[0])), fields, tags }))
	}
	const [count] = sql.all(
		`SELECT count(*) AS cards FROM card WHERE hold < 3 AND note IN (${those})`,
		JSON.stringify(ids),
	)
	return { token, cards: Number(count?.cards) }
}
