/** What the notebook has to know of every annotation: read once, and again where something has been written. */
import type { Target } from '#contract/annotations.ts'
import type { Json } from '#domain/annotations/json.ts'
import type { Noted } from '#domain/annotations/notebook.ts'
import { type Seen, seenOf } from '#domain/annotations/w3c.ts'
import type { Sql } from '../workspace/sql.ts'

export interface Entry extends Noted {
	number: number
	id: string
}

/** @returns the column `noted` of an annotation. */
export const notedOf = ({ motivation, colour, relation, tags }: Seen): string =>
	JSON.stringify([motivation, colour, relation ?? null, tags])

type Said = [Noted['motivation'], Noted['colour'], NonNullable<Noted['relation']> | null, string[]]

const some = 'IN (SELECT value FROM json_each(?))'
const theirs = 'SELECT number, id, created, noted FROM annotation WHERE removed_at IS NULL'
const targets = 'SELECT annotation, source, state, start FROM annotation_target'

/** Beyond so many, reading all anew is as quick. */
const few = 500

export class Entries {
	readonly #sql: Sql
	#known = new Map<number, Entry>()
	#sorted: readonly Entry[] | undefined
	/** As SQLite counts the writes of other connections; undefined before the first look. */
	#version: unknown
	readonly #touched = new Set<number>()

	constructor(sql: Sql) {
		this.#sql = sql
	}

	/** Notes that something was written of these. */
	touch(...numbers: readonly number[]): void {
		for (const number of numbers) this.#touched.add(number)
	}

	/** @returns all that are not in the trash, in the order in which they were made. */
	all(): readonly Entry[] {
		const version = this.#sql.all('PRAGMA data_version')[0]?.data_version
		if (version !== this.#version || this.#touched.size > few) {
			this.#fillIn()
			this.#known = this.#read()
			this.#sorted = undefined
		} else if (this.#touched.size) {
			const numbers = [...this.#touched]
			for (const number of numbers) this.#known.delete(number)
			for (const [number, entry] of this.#read(numbers)) this.#known.set(number, entry)
			this.#sorted = undefined
		}
		this.#version = version
		this.#touched.clear()
		this.#sorted ??= [...this.#known.values()].sort((a, b) => a.created - b.created || a.number - b.number)
		return this.#sorted
	}

	/** @param numbers those that are read; all without it */
	#read(numbers?: readonly number[]): Map<number, Entry> {
		const those = numbers ? [JSON.stringify(numbers)] : []
		const entries = new Map<number, Entry & { targets: Noted['targets'][number][] }>()
		const read = new Map<unknown, Said>()
		for (const [number, id, created, noted] of this.#sql.lists(
			`${theirs} ${numbers ? `AND number ${some}` : ''}`,
			...those,
		)) {
			// Much is said in the same way: it is read once.
			const said = read.get(noted) ?? (JSON.parse(String(noted)) as Said)
			read.set(noted, said)
			const [motivation, colour, relation, tags] = said
			entries.set(Number(number), {
				number: Number(number),
				id: String(id),
				created: Number(created),
				motivation,
				colour,
				...(relation ? { relation } : {}),
				tags,
				targets: [],
			})
		}
		const order = 'ORDER BY annotation, position'
		for (const [number, source, state, start] of this.#sql.lists(
			`${targets} ${numbers ? `WHERE annotation ${some}` : ''} ${order}`,
			...those,
		))
			entries.get(Number(number))?.targets.push({
				source: String(source),
				state: state as Target['state'],
				...(start === null ? {} : { selector: { start: Number(start) } }),
			})
		return entries
	}

	/** Those that an older Parallax has written. */
	#fillIn(): void {
		const rows = this.#sql.all('SELECT number, json FROM annotation WHERE noted IS NULL')
		if (!rows.length) return
		this.#sql.transaction(() => {
			for (const { number, json } of rows)
				this.#sql.run(
					'UPDATE annotation SET noted = ? WHERE number = ?',
					notedOf(seenOf(JSON.parse(String(json)) as Json)),
					Number(number),
				)
		})
	}
}
