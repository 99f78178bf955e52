/** What imports have touched, so that each can be taken back as a whole, and done again. */
import type { Json } from '#domain/annotations/json.ts'
import { Failure } from '../../failure.ts'
import type { Sql } from '../../workspace/sql.ts'
import type { Anchor } from '../rows.ts'
import type { AnnotationStore } from '../store.ts'
import { inTurns, type Progress } from './turns.ts'

/** How an annotation was at another time. */
interface Other {
	json: Json
	anchors: Anchor[]
	created: number
	modified: number
}

export class ImportLog {
	readonly #sql: Sql
	readonly #store: AnnotationStore

	constructor(sql: Sql, store: AnnotationStore) {
		this.#sql = sql
		this.#store = store
	}

	/** @returns a token under which the import can be taken back. */
	begin = (now: number): number =>
		Number(this.#sql.run('INSERT INTO annotation_import (at) VALUES (?)', now).lastInsertRowid)

	/** Notes how an annotation is, then lets it be written. @param write returns its number */
	note(token: number, id: string, write: () => number): void {
		const before = this.#now(id)
		const number = write()
		this.#sql.run(
			'INSERT INTO annotation_other (import, annotation, there, kept) VALUES (?, ?, ?, ?)',
			token,
			number,
			before ? 1 : 0,
			before ?? null,
		)
	}

	/**
	 * Takes an import back: what was new goes into the trash, what was changed is as it was.
	 * @param again whether one that was taken back is done once more
	 * @returns how many annotations it was
	 * @throws Failure NOT_FOUND after 30 days, CONFLICT when it is done already
	 */
	async *swap(token: number, again: boolean): AsyncGenerator<Progress, number> {
		const [found] = this.#sql.all('SELECT back FROM annotation_import WHERE number = ?', token)
		if (!found)
			throw new Failure('NOT_FOUND', 'This import cannot be taken back any more.', 'That can be done for 30 days.')
		if (Boolean(found.back) !== again)
			throw new Failure('CONFLICT', 'This has been done already.', 'Open the list again; it may have changed.')
		this.#sql.run('UPDATE annotation_import SET back = ? WHERE number = ?', again ? 0 : 1, token)
		const rows = this.#sql.all(
			'SELECT annotation, id, there, kept FROM annotation_other JOIN annotation ON number = annotation WHERE import = ?',
			token,
		)
		yield* inTurns(rows, [0, 1], undefined, ({ annotation, id, there, kept = null }) => {
			const now = this.#now(String(id))
			if (kept !== null) {
				const { json, anchors, created, modified } = JSON.parse(String(kept)) as Other
				this.#store.put(json, anchors, created, modified)
			} else if (there) this.#store.restore([String(id)])
			if (!there) this.#store.remove([String(id)])
			// What only went and came says the same all the time.
			this.#sql.run(
				'UPDATE annotation_other SET there = ?, kept = ? WHERE import = ? AND annotation = ?',
				now ? 1 : 0,
				kept === null ? null : (now ?? kept),
				token,
				Number(annotation),
			)
		})
		return rows.length
	}

	/** @returns how an annotation is now; undefined while it is not there. */
	#now(id: string): string | undefined {
		const [kept] = this.#store.byIds([id])
		if (!kept) return undefined
		const { json, targets, created, modified } = kept
		const anchors = targets.map(
			({ state, proposal, madeOn, checked }): Anchor => ({ state, proposal, madeOn, checked }),
		)
		return JSON.stringify({ json, anchors, created, modified } satisfies Other)
	}
}
