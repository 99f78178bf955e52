/** Cards as the browser shows them. */

import type { SQLOutputValue } from 'node:sqlite'
import type { CardRow } from '#contract/cards/browse.ts'
import { cardStates, type holds } from '#contract/cards/words.ts'
import type { Calendar } from '#domain/cards/calendar.ts'
import type { Sql } from '../../workspace/sql.ts'
import { held } from '../card-rows.ts'
import type { Moment } from '../clock.ts'
import { plainField } from '../html.ts'
import { dayStarts } from '../transfer/days.ts'
import type { NoteTypes } from '../types.ts'

/** Letters of a first field that a row shows. */
const mostText = 300

const wanted = `
	SELECT card.id, note, ordinal, deck, deck.name AS deckName, card_note.type, fields ->> 0 AS text, tags, content_notes, state, hold, leech,
		stale IS NOT NULL AS stale, due, interval, reps, lapses, stability, difficulty, card.created, card.modified
	FROM json_each(?) AS wanted CROSS JOIN card ON card.id = wanted.value
	CROSS JOIN card_note ON card_note.id = note CROSS JOIN deck ON deck.id = card.deck ORDER BY wanted.key`

/** Beginnings of days: moments of one day share a calendar, and cards are due on the same few days. */
const starts = new WeakMap<Calendar, (day: number) => number>()

/** @returns these cards in this order. */
export function rowsOf(sql: Sql, types: NoteTypes, ids: readonly number[], { calendar }: Moment): CardRow[] {
	const dayStart = starts.get(calendar) ?? dayStarts(calendar)
	starts.set(calendar, dayStart)
	return sql.lists(wanted, JSON.stringify(ids)).map((row) => rowOf(row, types, dayStart))
}

function rowOf(row: SQLOutputValue[], types: NoteTypes, dayStart: (day: number) => number): CardRow {
	const [id, note, ordinal, deck, deckName, typeId, text, tags, contentNotes, stateNumber, hold, leech, stale] = row
	const [due, interval, reps, lapses, stability, difficulty, created, modified] = row.slice(13) as (number | null)[]
	const type = types.byId(Number(typeId))
	const number = Number(ordinal)
	const state = cardStates[Number(stateNumber)] ?? 'new'
	return {
		id: Number(id),
		note: Number(note),
		deck: Number(deck),
		deckName: String(deckName),
		typeName: type.name,
		name: type.kind === 'cloze' ? `Gap ${number + 1}` : (type.templates[number]?.name ?? `Card ${number + 1}`),
		text: cut(plainField(String(text ?? ''), type.markup)),
		tags: JSON.parse(String(tags)),
		contentNotes: JSON.parse(String(contentNotes)),
		state,
		hold: holdOf(Number(hold)),
		leech: leech === 1,
		stale: stale === 1,
		due: state === 'new' ? null : state === 'review' ? dayStart(Number(due)) : Number(due),
		interval: Number(interval),
		reps: Number(reps),
		lapses: Number(lapses),
		stability: stability ?? null,
		difficulty: difficulty ?? null,
		created: Number(created),
		modified: Number(modified),
	}
}

const holdOf = (hold: number): (typeof holds)[number] | null =>
	hold === held.suspended ? 'suspended' : hold === held.buried ? 'buried' : null

function cut(text: string): string {
	if (text.length <= mostText) return text
	return `${text.slice(0, mostText - 1).replace(/[\uD800-\uDBFF]$/, '')}…`
}
