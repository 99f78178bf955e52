/** What was done to many cards at once, and the way back: rows as they were, kept for 30 days. */
import type { Settings } from '#contract/workspace.ts'
import { Failure } from '../failure.ts'
import type { Row, Sql } from '../workspace/sql.ts'
import { Store } from '../workspace/store.ts'
import { dropUnshown } from './media.ts'

type Table = 'deck' | 'card_note' | 'card'

/** What an act has made, by id; media by name. */
export interface Made extends Partial<Record<Table | 'review' | 'note_type', readonly number[]>> {
	media?: readonly string[]
}

/** What is taken away again, in this order. Decks and types that have come into use since stay. */
const takenAway = [
	['review', ''],
	['card', ''],
	['card_note', ''],
	['deck', 'AND NOT EXISTS (SELECT 1 FROM card WHERE card.deck = made.id)'],
	['note_type', 'AND NOT EXISTS (SELECT 1 FROM card_note WHERE card_note.type = made.id)'],
] as const

/** Rows that an act changes, and which of their columns: what else happens to them since is left alone. */
interface Part {
	table: Table
	ids: readonly number[]
	columns: readonly string[]
	/** A row whose value in this column has changed since is not put back. */
	unless?: string
}

interface Before {
	parts: { table: Table; columns: string[]; unless?: string; rows: Row[] }[]
	made: Made
	settings?: Partial<Settings>
}

export class Acts {
	readonly #sql: Sql

	constructor(sql: Sql) {
		this.#sql = sql
	}

	/**
	 * Notes what is about to change. To be called in the transaction that changes it.
	 * @param settings as they are, where they are changed along
	 * @returns the token that `undo` takes
	 */
	note(label: string, parts: readonly Part[], now: number, settings?: Partial<Settings>): number {
		const before: Before = {
			parts: parts.map(({ table, ids, columns, unless }) => ({
				table,
				columns: [...columns],
				...(unless ? { unless } : {}),
				rows: this.#sql.all(
					`SELECT ${['id', ...columns, ...(unless ? [unless] : [])].join(', ')} FROM ${table} WHERE id IN (SELECT value FROM json_each(?))`,
					JSON.stringify(ids),
				),
			})),
			made: {},
			...(settings ? { settings } : {}),
		}
		// Two acts within a millisecond must not share a token.
		const last = Number(this.#sql.all('SELECT max(token) AS last FROM card_act')[0]?.last ?? 0)
		const token = Math.max(now, last + 1)
		this.#sql.run(
			'INSERT INTO card_act (token, label, at, before) VALUES (?, ?, ?, ?)',
			token,
			label,
			now,
			JSON.stringify(before),
		)
		return token
	}

	/** Notes what an act has made: an undo takes it away again. */
	made(token: number, ids: Made): void {
		this.#sql.run(
			"UPDATE card_act SET before = json_set(before, '$.made', json(?)) WHERE token = ?",
			JSON.stringify(ids),
			token,
		)
	}

	/**
	 * Puts the rows back as they were, within the caller's transaction.
	 * @returns what was put back or taken away
	 * @throws Failure when nothing is kept under this token
	 */
	undo(token: number): Record<Table, number[]> {
		const [row] = this.#sql.all('SELECT before FROM card_act WHERE token = ?', token)
		if (!row)
			throw new Failure(
				'NOT_FOUND',
				'This cannot be undone any more.',
				'What is done to cards can be undone for 30 days, and once.',
			)
		const { parts, made, settings } = JSON.parse(String(row.before)) as Before
		const touched: Record<Table, number[]> = { deck: [], card_note: [], card: [] }
		for (const { table, columns, unless, rows } of parts)
			for (const each of rows) if (this.#put(table, columns, each, unless)) touched[table].push(Number(each.id))
		for (const [table, unused] of takenAway) {
			const ids = made[table] ?? []
			this.#sql.run(
				`DELETE FROM ${table} AS made WHERE id IN (SELECT value FROM json_each(?)) ${unused}`,
				JSON.stringify(ids),
			)
			if (table in touched) for (const id of ids) touched[table as Table].push(id)
		}
		if (settings) new Store(this.#sql).changeSettings(settings)
		this.#sql.run('DELETE FROM card_act WHERE token = ?', token)
		dropUnshown(this.#sql, made.media ?? [])
		return touched
	}

	/** @returns whether an act has changed settings, too. */
	isOfSettings = (token: number): boolean =>
		this.#sql.all("SELECT 1 FROM card_act WHERE token = ? AND before ->> '$.settings' IS NOT NULL", token).length > 0

	/** @returns whether an act is so large that undoing it takes longer than a window should wait. */
	isLarge = (token: number): boolean =>
		this.#sql.all('SELECT 1 FROM card_act WHERE token = ? AND length(before) > 20000', token).length > 0

	/** @returns whether the row was put back. */
	#put(table: Table, columns: readonly string[], row: Row, unless?: string): boolean {
		const { changes } = this.#sql.run(
			`UPDATE ${table} SET ${columns.map((column) => `${column} = ?`).join(', ')}
			 WHERE id = ? ${unless ? `AND ${unless} IS ?` : ''}`,
			...columns.map((column) => row[column] ?? null),
			row.id ?? null,
			...(unless ? [row[unless] ?? null] : []),
		)
		return Number(changes) > 0
	}
}
