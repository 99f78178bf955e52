/** What rooms have answered, in the workspace's database. Every write is on disk when its method returns. */
import type { Result } from '#contract/classroom/classroom.ts'
import { Failure } from '../failure.ts'
import type { Row, Sql } from '../workspace/sql.ts'

const columns = 'id, presentation, title, at, polls'

export class ResultStore {
	readonly #sql: Sql

	constructor(sql: Sql) {
		this.#sql = sql
	}

	/** @returns those that are not in the trash, of one presentation or of all, newest first. */
	list = (presentation?: string): Result[] =>
		this.#sql
			.all(
				`SELECT ${columns} FROM classroom_result
				 WHERE removed_at IS NULL AND (?1 IS NULL OR presentation = ?1) ORDER BY at DESC, id DESC`,
				presentation ?? null,
			)
			.map(resultOf)

	/** @throws Failure NOT_FOUND when it is not there, or in the trash */
	get(id: number): Result {
		const [row] = this.#sql.all(`SELECT ${columns} FROM classroom_result WHERE id = ? AND removed_at IS NULL`, id)
		if (row) return resultOf(row)
		throw new Failure('NOT_FOUND', 'These results are not there any more.', 'What is deleted is kept for 30 days.')
	}

	/** Keeps one, in place of what was kept under its id. @param id none for a new one */
	keep({ presentation, title, at, polls }: Omit<Result, 'id'>, id?: number): Result {
		const text = JSON.stringify(polls)
		if (id !== undefined) {
			const { changes } = this.#sql.run('UPDATE classroom_result SET polls = ? WHERE id = ?', text, id)
			// Where a backup was put in its place meanwhile, it is not there.
			if (changes) return { id, presentation, title, at, polls }
		}
		const { lastInsertRowid } = this.#sql.run(
			'INSERT INTO classroom_result (presentation, title, at, polls) VALUES (?, ?, ?, ?)',
			presentation,
			title,
			at,
			text,
		)
		return { id: Number(lastInsertRowid), presentation, title, at, polls }
	}

	/** Puts one into the trash. @throws Failure NOT_FOUND when it is not there */
	remove(id: number, now = Date.now()): void {
		this.get(id)
		this.#sql.run('UPDATE classroom_result SET removed_at = ? WHERE id = ?', now, id)
	}

	/** Takes one out of the trash. @throws Failure NOT_FOUND when it is not there any more */
	restore(id: number): Result {
		this.#sql.run('UPDATE classroom_result SET removed_at = NULL WHERE id = ?', id)
		return this.get(id)
	}

	/** @returns the comparison that a presentation was made from, whether or not the presentation is in the trash. */
	comparisonOf(presentation: string): string | null {
		const [row] = this.#sql.all('SELECT comparison FROM presentation WHERE id = ?', presentation)
		return typeof row?.comparison === 'string' ? row.comparison : null
	}
}

const resultOf = ({ id, presentation, title, at, polls }: Row): Result => ({
	id: Number(id),
	presentation: String(presentation),
	title: String(title),
	at: Number(at),
	polls: JSON.parse(String(polls)) as Result['polls'],
})
