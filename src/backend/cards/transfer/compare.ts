/** What a note from elsewhere would do here. */
import type { Sql } from '../../workspace/sql.ts'
import { sorted } from '../note-content.ts'
import type { KeptType, NoteTypes } from '../types.ts'
import type { Incoming, IncomingNote } from './incoming.ts'
import { asAnki } from './own.ts'

export interface There {
	id: number
	modified: number
	removed: boolean
	type: KeptType
	fields: string[]
	tags: string[]
}

export interface Compared {
	there?: There
	/**
	 * `clash`: changed elsewhere since, but with another shape, so that cards would be lost. A note in the trash is new: the
	 * reader does not have it.
	 */
	is: 'new' | 'changed' | 'same' | 'clash'
	/** Whether its words are taken over. */
	words: boolean
}

const found = 'SELECT id, modified, removed_at, type, fields, tags FROM card_note'

export class Compare {
	readonly #sql: Sql
	readonly #types: NoteTypes
	readonly #matches: Incoming['matches']

	constructor(sql: Sql, types: NoteTypes, matches: Incoming['matches']) {
		this.#sql = sql
		this.#types = types
		this.#matches = matches
	}

	/** @param first folded words of its first field, by which text without guids is known */
	one(note: IncomingNote, first: string): Compared {
		const there = this.#there(note, first)
		if (!there) return { is: 'new', words: true }
		const keeps = note.guid === undefined && this.#matches === 'keep'
		const newer = !keeps && note.modified > there.modified && differs(note, there)
		const fits = note.type.key === there.type.key || alike(note.type, there.type)
		if (there.removed) return { there, is: 'new', words: newer && fits }
		if (!newer) return { there, is: 'same', words: false }
		return fits ? { there, is: 'changed', words: true } : { there, is: 'clash', words: false }
	}

	#there({ guid, type }: IncomingNote, first: string): There | undefined {
		if (guid !== undefined) return this.#read(`${found} WHERE guid = ?`, guid)
		if (this.#matches === 'both' || !first) return undefined
		const kept = this.#types.byKey(type.key)
		return kept && this.#read(`${found} WHERE first = ? AND type = ? AND removed_at IS NULL LIMIT 1`, first, kept.id)
	}

	#read(sql: string, ...values: (string | number)[]): There | undefined {
		const [row] = this.#sql.all(sql, ...values)
		return (
			row && {
				id: Number(row.id),
				modified: Number(row.modified),
				removed: row.removed_at !== null,
				type: this.#types.byId(Number(row.type)),
				fields: JSON.parse(String(row.fields)),
				tags: JSON.parse(String(row.tags)),
			}
		)
	}
}

function differs({ type, fields, tags }: IncomingNote, there: There): boolean {
	if (!same(sorted(tags), there.tags)) return true
	// Markdown that went out came back as HTML.
	const ours = type.markup === there.type.markup ? there.fields : asAnki(there.type, there.fields)
	const theirs = type.markup === there.type.markup ? fields : asAnki(type, fields)
	return !same(theirs, ours)
}

const same = (a: readonly string[], b: readonly string[]): boolean =>
	a.length === b.length && a.every((each, index) => each === b[index])

/** Whether notes can change from one type to the other and keep their cards. */
const alike = (a: Pick<KeptType, 'kind' | 'fields' | 'templates'>, b: KeptType): boolean =>
	a.kind === b.kind && a.fields.length === b.fields.length && a.templates.length === b.templates.length
