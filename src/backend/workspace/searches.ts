/** The searches that led somewhere, to be taken up again. */
import type { RecentSearch } from '#contract/workspace.ts'
import type { Sql } from './sql.ts'
import { clear, restore } from './trash.ts'

/** More are of no use in a list that is read at a glance. */
const most = 50

export class Searches {
	readonly #sql: Sql

	constructor(sql: Sql) {
		this.#sql = sql
	}

	/** @returns the last searches, newest first */
	list(limit: number): RecentSearch[] {
		return this.#sql.all(
			`SELECT query, max(at) AS at FROM recent_search WHERE cleared_at IS NULL
			 GROUP BY query ORDER BY at DESC, query LIMIT ?`,
			limit,
		) as RecentSearch[]
	}

	/** Notes a search; the same one again moves to the front. */
	save(query: string, at = Date.now()): RecentSearch {
		return this.#sql.transaction(() => {
			this.#sql.run('DELETE FROM recent_search WHERE query = ? AND cleared_at IS NULL', query)
			this.#sql.run('INSERT INTO recent_search (query, at) VALUES (?, ?)', query, at)
			this.#sql.run(
				`DELETE FROM recent_search WHERE cleared_at IS NULL AND id NOT IN
				 (SELECT id FROM recent_search WHERE cleared_at IS NULL ORDER BY at DESC, query LIMIT ?)`,
				most,
			)
			return { query, at }
		})
	}

	clear = () => clear(this.#sql, 'searches')
	/** @throws Failure when nothing was cleared under this token in the last 30 days */
	restore = (token: number) => restore(this.#sql, 'searches', token)
}
