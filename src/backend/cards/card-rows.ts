/** Cards as studying reads and writes them. */
import type { CardState } from '#domain/cards/memory.ts'
import type { Row, Sql } from '../workspace/sql.ts'

export interface KeptCard extends CardState {
	id: number
	note: number
	ordinal: number
	deck: number
	/** @see cardsSchema */
	due: number
	hold: number
	leech: boolean
}

/** What a review changes of a card, and an undo puts back. */
export const studied = [
	...['state', 'due', 'step', 'stability', 'difficulty', 'interval', 'reps', 'lapses'],
	...['last_at', 'last_day', 'hold', 'buried_until', 'leech', 'modified'],
] as const

export const held = { no: 0, suspended: 1, buried: 2, trash: 3 } as const

/** @returns a card that is there, in the trash or not. */
export function cardById(sql: Sql, id: number): KeptCard | undefined {
	const [row] = sql.all(`SELECT id, note, ordinal, deck, ${studied.join(', ')} FROM card WHERE id = ?`, id)
	return row && cardOf(row)
}

const cardOf = (row: Row): KeptCard => ({
	id: Number(row.id),
	note: Number(row.note),
	ordinal: Number(row.ordinal),
	deck: Number(row.deck),
	state: Number(row.state),
	due: Number(row.due),
	step: Number(row.step),
	stability: row.stability as number | null,
	difficulty: row.difficulty as number | null,
	interval: Number(row.interval),
	reps: Number(row.reps),
	lapses: Number(row.lapses),
	lastDay: row.last_day as number | null,
	hold: Number(row.hold),
	leech: row.leech === 1,
})
