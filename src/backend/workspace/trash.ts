/** What a reader clears stays for 30 days: the rows of a table with a `cleared_at`, under the moment at which they were cleared. */
import { Failure } from '../failure.ts'
import type { Sql } from './sql.ts'

type Table = 'visit' | 'recent_search'
const tables: readonly Table[] = ['visit', 'recent_search']
const trashDays = 30
const day = 24 * 60 * 60 * 1000

/** Puts all of a table into the trash. @returns a token with which it can be taken out again. */
export function clear(sql: Sql, table: Table, now = Date.now()): { token: number; cleared: number } {
	// Two clearings within a millisecond must not share a token.
	const last = Number(sql.all(`SELECT max(cleared_at) AS last FROM ${table}`)[0]?.last ?? 0)
	const token = Math.max(now, last + 1)
	const { changes } = sql.run(`UPDATE ${table} SET cleared_at = ? WHERE cleared_at IS NULL`, token)
	return { token, cleared: Number(changes) }
}

/** Takes out of the trash again. @throws Failure when nothing was cleared under this token in the last 30 days */
export function restore(sql: Sql, table: Table, token: number): { restored: number } {
	const { changes } = sql.run(`UPDATE ${table} SET cleared_at = NULL WHERE cleared_at = ?`, token)
	if (changes) return { restored: Number(changes) }
	throw new Failure('NOT_FOUND', 'This is not in the trash any more.', 'What is cleared is kept for 30 days.')
}

/** Deletes what has been in the trash for 30 days. */
export function emptyTrash(sql: Sql, now = Date.now()): void {
	for (const table of tables) sql.run(`DELETE FROM ${table} WHERE cleared_at < ?`, now - trashDays * day)
}
