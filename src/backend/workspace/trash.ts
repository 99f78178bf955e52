/** What a reader clears stays for 30 days: the rows of tables with a `cleared_at`, under the moment at which they were cleared. */

import { forgetPresentations } from '../classroom/store.ts'
import { Failure } from '../failure.ts'
import type { Sql } from './sql.ts'

/** What is cleared together, and how many rows are said to be: those of the first table. */
const lists = { history: ['visit', 'place_read'], searches: ['recent_search'] } as const
export type Cleared = keyof typeof lists

const trashDays = 30
const day = 24 * 60 * 60 * 1000

/** Puts a list into the trash. @returns a token with which it can be taken out again. */
export function clear(sql: Sql, list: Cleared, now = Date.now()): { token: number; cleared: number } {
	return sql.transaction(() => {
		// Two clearings within a millisecond must not share a token.
		const last = Math.max(
			...lists[list].map((table) => Number(sql.all(`SELECT max(cleared_at) AS last FROM ${table}`)[0]?.last ?? 0)),
		)
		const token = Math.max(now, last + 1)
		const [cleared = 0] = lists[list].map((table) =>
			Number(sql.run(`UPDATE ${table} SET cleared_at = ? WHERE cleared_at IS NULL`, token).changes),
		)
		return { token, cleared }
	})
}

/** Takes out of the trash again. @throws Failure when nothing was cleared under this token in the last 30 days */
export function restore(sql: Sql, list: Cleared, token: number): { restored: number } {
	return sql.transaction(() => {
		const found = lists[list].some(
			(table) => sql.all(`SELECT 1 FROM ${table} WHERE cleared_at = ? LIMIT 1`, token).length,
		)
		if (!found)
			throw new Failure('NOT_FOUND', 'This is not in the trash any more.', 'What is cleared is kept for 30 days.')
		const [restored = 0] = lists[list].map((table) => {
			const { changes } = sql.run(`UPDATE OR IGNORE ${table} SET cleared_at = NULL WHERE cleared_at = ?`, token)
			// Where the same was noted again since, the newer one stands and the older has had its time.
			sql.run(`DELETE FROM ${table} WHERE cleared_at = ?`, token)
			return Number(changes)
		})
		return { restored }
	})
}

/** Deletes what has been in the trash for 30 days. */
export function emptyTrash(sql: Sql, now = Date.now()): void {
	for (const table of Object.values(lists).flat())
		sql.run(`DELETE FROM ${table} WHERE cleared_at < ?`, now - trashDays * day)
	sql.run('DELETE FROM template WHERE removed_at < ?', now - trashDays * day)
	forgetPresentations(sql, now - trashDays * day)
	sql.run('DELETE FROM classroom_result WHERE removed_at < ?', now - trashDays * day)
	sql.transaction(() => {
		const old = 'SELECT number FROM annotation WHERE removed_at < ?'
		sql.run(`DELETE FROM annotation_words WHERE rowid IN (${old})`, now - trashDays * day)
		sql.run('DELETE FROM annotation_import WHERE at < ?', now - trashDays * day)
		sql.run('DELETE FROM annotation WHERE removed_at < ?', now - trashDays * day)
		sql.run(
			`DELETE FROM canonical_text WHERE hash NOT IN (SELECT made_on FROM annotation_target WHERE made_on IS NOT NULL)`,
		)
		sql.run('DELETE FROM card_act WHERE at < ?', now - trashDays * day)
		sql.run('DELETE FROM card_note WHERE removed_at < ?', now - trashDays * day)
		sql.run('DELETE FROM card WHERE deck IN (SELECT id FROM deck WHERE removed_at < ?)', now - trashDays * day)
		sql.run('DELETE FROM deck WHERE removed_at < ?', now - trashDays * day)
	})
}
