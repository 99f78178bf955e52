/** The reader's own templates of exports. Every write is on disk when its method returns. */
import { randomUUID } from 'node:crypto'
import type { Template } from '#contract/templates.ts'
import { Failure } from '../failure.ts'
import type { Row, Sql } from './sql.ts'

/** One as it is kept: what ships, and what its faults are, is known elsewhere. */
export type KeptTemplate = Omit<Template, 'shipped' | 'faults'>

type Draft = Pick<Template, 'title' | 'text'>
/** What may be left out, or be said to be nothing. */
type Given<T> = { [Key in keyof T]?: T[Key] | undefined }

const columns = 'id, title, text, based_on, created, modified'

export class TemplateStore {
	readonly #sql: Sql

	constructor(sql: Sql) {
		this.#sql = sql
	}

	/** @returns those that are not in the trash, in the order in which they were made. */
	list = (): KeptTemplate[] =>
		this.#sql.all(`SELECT ${columns} FROM template WHERE removed_at IS NULL ORDER BY created, rowid`).map(kept)

	/** @returns one that is not in the trash. */
	find(id: string): KeptTemplate | undefined {
		const [row] = this.#sql.all(`SELECT ${columns} FROM template WHERE id = ? AND removed_at IS NULL`, id)
		return row && kept(row)
	}

	create({ title, text, basedOn }: Draft & { basedOn: string }, now = Date.now()): KeptTemplate {
		const id = `own-${randomUUID()}`
		this.#sql.run(
			'INSERT INTO template (id, title, text, based_on, created, modified) VALUES (?, ?, ?, ?, ?, ?)',
			id,
			title,
			text,
			basedOn,
			now,
			now,
		)
		return this.#one(id)
	}

	/** Changes what is named. @throws Failure when there is none of this id */
	change({ id, title, text }: { id: string } & Given<Draft>, now = Date.now()): KeptTemplate {
		this.#sql.run(
			`UPDATE template SET title = coalesce(?, title), text = coalesce(?, text), modified = ?
			 WHERE id = ? AND removed_at IS NULL`,
			title ?? null,
			text ?? null,
			now,
			id,
		)
		return this.#one(id)
	}

	/** Puts one into the trash. @returns how many that were */
	remove = (id: string, now = Date.now()): number =>
		Number(this.#sql.run('UPDATE template SET removed_at = ? WHERE id = ? AND removed_at IS NULL', now, id).changes)

	/** Takes one out of the trash. @throws Failure when it is not there any more */
	restore(id: string): KeptTemplate {
		this.#sql.run('UPDATE template SET removed_at = NULL WHERE id = ?', id)
		return this.#one(id)
	}

	#one(id: string): KeptTemplate {
		const found = this.find(id)
		if (found) return found
		throw new Failure('NOT_FOUND', 'This template is not there any more.', 'What is deleted is kept for 30 days.')
	}
}

const kept = ({ id, title, text, based_on: basedOn, created, modified }: Row): KeptTemplate => ({
	id: String(id),
	title: String(title),
	text: String(text),
	...(basedOn === null ? {} : { basedOn: String(basedOn) }),
	created: Number(created),
	modified: Number(modified),
})
