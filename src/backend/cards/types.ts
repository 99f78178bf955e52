/** Note types in the workspace: those that ship, and those that came with imported cards. */
import type { NoteType } from '#contract/cards/notes.ts'
import { shippedNoteTypes } from '#contract/cards/words.ts'
import { noteTypes, type ShippedNoteType } from '#domain/cards/note-types.ts'
import type { CardShape } from '#domain/cards/template.ts'
import type { Row, Sql } from '../workspace/sql.ts'

/** A note type as it is kept. */
export type KeptType = CardShape & Pick<NoteType, 'id' | 'name' | 'markup'> & { key: string; origin?: string }

export class NoteTypes {
	readonly #sql: Sql
	readonly #known = new Map<number, KeptType>()

	constructor(sql: Sql) {
		this.#sql = sql
	}

	/** @returns all of them, those that ship first. */
	list(): NoteType[] {
		for (const key of shippedNoteTypes) this.shipped(key)
		return this.#read('ORDER BY id').map(({ id, key, name, kind, markup, fields, templates }) => ({
			id,
			name,
			...(isShipped(key) ? { shipped: key } : {}),
			kind,
			markup,
			fields: [...fields],
			templates: templates.map((each) => ({ ...each })),
		}))
	}

	/** A type that is kept never changes its shape under the notes that have it. */
	byId(id: number): KeptType {
		const known = this.#known.get(id) ?? this.#read('WHERE id = ?', id)[0]
		if (!known) throw new Error(`There is no note type ${id}.`)
		this.#known.set(id, known)
		return known
	}

	/** Reads types anew: an import that another connection wrote or took back has changed which there are. */
	forget = (): void => this.#known.clear()

	byKey = (key: string): KeptType | undefined => this.#read('WHERE key = ?', key)[0]

	/** @returns the newest of this name. */
	called = (name: string, markup: KeptType['markup']): KeptType | undefined =>
		this.#read('WHERE name = ? AND markup = ? ORDER BY id DESC LIMIT 1', name, markup)[0]

	/** @returns one that ships, made at its first use. */
	shipped(key: ShippedNoteType): KeptType {
		return this.byKey(key) ?? this.add({ ...noteTypes[key], key, markup: 'markdown' })
	}

	add({ key, name, kind, markup, fields, templates, origin }: Omit<KeptType, 'id'>): KeptType {
		const { lastInsertRowid } = this.#sql.run(
			'INSERT INTO note_type (key, name, kind, markup, fields, templates, origin) VALUES (?, ?, ?, ?, ?, ?, ?)',
			key,
			name,
			kind,
			markup,
			JSON.stringify(fields),
			JSON.stringify(templates),
			origin ?? null,
		)
		return this.byId(Number(lastInsertRowid))
	}

	#read(where: string, ...values: (string | number)[]): KeptType[] {
		return this.#sql
			.all(`SELECT id, key, name, kind, markup, fields, templates, origin FROM note_type ${where}`, ...values)
			.map(typeOf)
	}
}

const typeOf = (row: Row): KeptType => ({
	id: Number(row.id),
	key: String(row.key),
	name: String(row.name),
	kind: row.kind as KeptType['kind'],
	markup: row.markup as KeptType['markup'],
	fields: JSON.parse(String(row.fields)),
	templates: JSON.parse(String(row.templates)),
	...(row.origin ? { origin: String(row.origin) } : {}),
})

const isShipped = (key: string): key is ShippedNoteType => (shippedNoteTypes as readonly string[]).includes(key)
