/** What has been in the trash for 30 days goes for good. It knows many tables, and can wait until a start is over. */
import { dropUnshown, shownBy } from '../cards/media.ts'
import { forgetPresentations } from '../classroom/store.ts'
import type { Sql } from './sql.ts'
import { lists } from './trash.ts'

const trashDays = 30
const day = 24 * 60 * 60 * 1000

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
		const shown = shownBy(sql.each('SELECT fields FROM card_note WHERE removed_at < ?', now - trashDays * day))
		sql.run('DELETE FROM card_note WHERE removed_at < ?', now - trashDays * day)
		dropUnshown(sql, shown)
		sql.run('DELETE FROM card WHERE deck IN (SELECT id FROM deck WHERE removed_at < ?)', now - trashDays * day)
		sql.run('DELETE FROM deck WHERE removed_at < ?', now - trashDays * day)
	})
}
