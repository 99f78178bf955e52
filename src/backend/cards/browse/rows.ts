/** Cards as the browser shows them. */
import type { CardRow } from '#contract/cards/browse.ts'
import { cardStates, type holds } from '#contract/cards/words.ts'
import { startOfDay } from '#domain/cards/calendar.ts'
import type { Row, Sql } from '../../workspace/sql.ts'
import { held } from '../card-rows.ts'
import type { Moment } from '../clock.ts'
import { plainField } from '../html.ts'
import type { NoteTypes } from '../types.ts'

/** Letters of a first field that a row shows. */
const mostText = 300

const wanted = `
	SELECT card.id, note, ordinal, deck, deck.name AS deckName, card_note.type, fields ->> 0 AS text, tags, content_notes, state, hold, leech,
		stale IS NOT NULL AS stale, due, interval, reps, lapses, stability, difficulty, card.created, card.modified
	FROM json_each(?) AS wanted CROSS JOIN card ON card.id = wanted.value
	CROSS JOIN card_note ON card_note.id = note CROSS JOIN deck ON deck.id = card.deck ORDER BY wanted.key`

/** @returns these cards in this order. */
export function rowsOf(sql: Sql, types: NoteTypes, ids: readonly number[], moment: Moment): CardRow[] {
	const days = new Map<number, number>()
	const dayStart = (day: number) => {
		const known = days.get(day) ?? startOfDay(day, moment.calendar)
		days.set(day, known)
		return known
	}
	return sql.all(wanted, JSON.stringify(ids)).map((row) => rowOf(row, types, dayStart))
}

function rowOf(row: Row, types: NoteTypes, dayStart: (day: number) => number): CardRow {
	const type = types.byId(Number(row.type))
	const ordinal = Number(row.ordinal)
	const state = cardStates[Number(row.state)] ?? 'new'
	const due = Number(row.due)
	return {
		id: Number(row.id),
		note: Number(row.note),
		deck: Number(row.deck),
		deckName: String(row.deckName),
		typeName: type.name,
		name: type.kind === 'cloze' ? `Gap ${ordinal + 1}` : (type.templates[ordinal]?.name ?? `Card ${ordinal + 1}`),
		text: cut(plainField(String(row.text ?? ''), type.markup)),
		tags: JSON.parse(String(row.tags)),
		contentNotes: JSON.parse(String(row.content_notes)),
		state,
		hold: holdOf(Number(row.hold)),
		leech: row.leech === 1,
		stale: row.stale === 1,
		due: state === 'new' ? null : state === 'review' ? dayStart(due) : due,
		interval: Number(row.interval),
		reps: Number(row.reps),
		lapses: Number(row.lapses),
		stability: row.stability as number | null,
		difficulty: row.difficulty as number | null,
		created: Number(row.created),
		modified: Number(row.modified),
	}
}

const holdOf = (hold: number): (typeof holds)[number] | null =>
	hold === held.suspended ? 'suspended' : hold === held.buried ? 'buried' : null

function cut(text: string): string {
	if (text.length <= mostText) return text
	return `${text.slice(0, mostText - 1).replace(/[\uD800-\uDBFF]$/, '')}…`
}
