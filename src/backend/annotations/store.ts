/** Annotations in the workspace's database. Every write is on disk when its method returns. */
import type { Annotation, Source } from '#contract/annotations.ts'
import type { Json } from '#domain/annotations/json.ts'
import { type OwnTarget, type Place, type Seen, seenOf } from '#domain/annotations/w3c.ts'
import { wordsOf } from '#domain/search/words.ts'
import type { Row, Sql } from '../workspace/sql.ts'
import { wantedBy } from '../workspace/wanted.ts'
import { Entries, notedOf } from './entries.ts'
import { type Anchor, type Kept, keptOf } from './rows.ts'

type KeptAnnotation = Kept & { annotation: Annotation }

/** A text that a selector was made on. */
export interface CanonicalText {
	source: Source
	text: string
	hash: string
}

/** Ranking looks at each that was found: beyond so many it takes longer than a frame, and says little. */
const mostRanked = 1000

/** As many notes are read for their titles. */
const mostTitles = 100

export class AnnotationStore {
	/** What the notebook has to know of all of them. */
	readonly entries: Entries
	readonly #sql: Sql

	constructor(sql: Sql) {
		this.#sql = sql
		this.entries = new Entries(sql)
	}

	/** All of it or nothing. */
	atOnce = <T>(work: () => T): T => this.#sql.transaction(work)

	/** @returns the IRI of whoever uses this workspace. */
	reader = (): string => String(this.#sql.all('SELECT id FROM reader')[0]?.id)

	/** @returns those that touch any of the sources, or all, in the order in which they were made; none from the trash. */
	list(sources?: readonly Source[]): KeptAnnotation[] {
		const where = sources
			? `AND number IN (SELECT annotation FROM annotation_target WHERE source IN (SELECT value FROM json_each(?)))`
			: ''
		return this.#read(`removed_at IS NULL ${where}`, ...(sources ? [JSON.stringify(sources)] : []))
	}

	/** @returns the ids of those made last. */
	newest = (limit: number): string[] =>
		this.#sql
			.all('SELECT id FROM annotation WHERE removed_at IS NULL ORDER BY created DESC, number DESC LIMIT ?', limit)
			.map(({ id }) => String(id))

	/** @returns those of these that are there, in the order in which they were made. */
	byIds(ids: readonly string[]): KeptAnnotation[] {
		return this.#read('removed_at IS NULL AND id IN (SELECT value FROM json_each(?))', JSON.stringify(ids))
	}

	/** @returns of those of these that are there, when each was changed last. */
	modifiedOf(ids: readonly string[]): ReadonlyMap<string, number> {
		const sql =
			'SELECT id, modified FROM annotation WHERE removed_at IS NULL AND id IN (SELECT value FROM json_each(?))'
		return new Map(this.#sql.lists(sql, JSON.stringify(ids)).map(([id, modified]) => [String(id), Number(modified)]))
	}

	/** @returns the W3C annotations as text, in the order in which they came: of these, or of all. */
	jsonOf(ids?: readonly string[]): string[] {
		const those = ids ? 'AND id IN (SELECT value FROM json_each(?))' : ''
		const sql = `SELECT json FROM annotation WHERE removed_at IS NULL ${those} ORDER BY number`
		return this.#sql.lists(sql, ...(ids ? [JSON.stringify(ids)] : [])).map(([json]) => String(json))
	}

	/** @returns whether some stand in a text that is not the one that their state is true of. @param hashes of texts, by source */
	anyStale(hashes: ReadonlyMap<Source, string>): boolean {
		const sql = `SELECT DISTINCT source, checked FROM annotation_target JOIN annotation ON number = annotation
			WHERE removed_at IS NULL AND state <> 'detached'`
		return this.#sql.lists(sql).some(([source, checked]) => hashes.get(String(source)) !== checked)
	}

	/** @returns the sources that annotations are about. */
	sources = (): Source[] =>
		this.#sql.lists('SELECT DISTINCT source FROM annotation_target').map(([source]) => String(source))

	/**
	 * Writes an annotation whole, in place of one of the same id, even one in the trash.
	 * @param anchors one for each target that is ours
	 * @returns its number
	 */
	put(json: Json, anchors: readonly Anchor[], created: number, modified: number): number {
		const seen = seenOf(json)
		const [row] = this.#sql.all(
			`INSERT INTO annotation (id, json, noted, created, modified) VALUES (?, ?, ?, ?, ?)
			 ON CONFLICT (id) DO UPDATE SET json = excluded.json, noted = excluded.noted, created = excluded.created,
				modified = excluded.modified, removed_at = NULL
			 RETURNING number`,
			String(json.id),
			JSON.stringify(json),
			notedOf(seen),
			created,
			modified,
		)
		const number = Number(row?.number)
		this.#putTargets(number, seen.targets, anchors)
		this.#index(number, seen)
		this.entries.touch(number)
		return number
	}

	/** Writes where the targets of an annotation stand now, unless it has been changed meanwhile: the next look finds it again. */
	moveTargets({ number, json: before }: Kept, json: Json, anchors: readonly Anchor[]): void {
		const { changes } = this.#sql.run(
			'UPDATE annotation SET json = ? WHERE number = ? AND json = ?',
			JSON.stringify(json),
			number,
			JSON.stringify(before),
		)
		if (changes) this.#putTargets(number, seenOf(json).targets, anchors)
		this.entries.touch(number)
	}

	#putTargets(number: number, targets: readonly OwnTarget[], anchors: readonly Anchor[]): void {
		this.#sql.run('DELETE FROM annotation_target WHERE annotation = ?', number)
		for (const [position, { source, selector }] of targets.entries()) {
			const { state, proposal, madeOn, checked } = anchors[position] ?? unseen
			this.#sql.run(
				`INSERT INTO annotation_target (annotation, position, source, start, end, state, proposal, made_on, checked)
				 VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
				number,
				position,
				source,
				selector?.start ?? null,
				selector?.end ?? null,
				state,
				proposal ? JSON.stringify(proposal) : null,
				madeOn,
				checked,
			)
		}
	}

	/** Keeps a text that selectors are made on. */
	keepText({ hash, source, text }: CanonicalText): void {
		this.#sql.run('INSERT OR IGNORE INTO canonical_text (hash, source, text) VALUES (?, ?, ?)', hash, source, text)
	}

	textByHash(hash: string): string | undefined {
		const [row] = this.#sql.all('SELECT text FROM canonical_text WHERE hash = ?', hash)
		return row && String(row.text)
	}

	/** @returns the texts that a source has had, as far as they are kept. */
	textsOf(source: Source): CanonicalText[] {
		const rows = this.#sql.all('SELECT hash, text FROM canonical_text WHERE source = ?', source)
		return rows.map(({ hash, text }) => ({ source, hash: String(hash), text: String(text) }))
	}

	/** Puts into the trash, where no search finds them. @returns how many were not there already */
	remove(ids: readonly string[], now = Date.now()): number {
		return this.atOnce(() => {
			const those = 'removed_at IS NULL AND id IN (SELECT value FROM json_each(?))'
			const list = JSON.stringify(ids)
			this.#sql.run(`DELETE FROM annotation_words WHERE rowid IN (SELECT number FROM annotation WHERE ${those})`, list)
			this.entries.touch(...this.#numbersOf(ids))
			return Number(this.#sql.run(`UPDATE annotation SET removed_at = ? WHERE ${those}`, now, list).changes)
		})
	}

	/** Takes out of the trash. @returns those of these that are there then */
	restore(ids: readonly string[]): KeptAnnotation[] {
		return this.atOnce(() => {
			const list = JSON.stringify(ids)
			this.#sql.run('UPDATE annotation SET removed_at = NULL WHERE id IN (SELECT value FROM json_each(?))', list)
			const kept = this.byIds(ids)
			for (const { number, annotation } of kept) this.#index(number, annotation)
			this.entries.touch(...kept.map(({ number }) => number))
			return kept
		})
	}

	/**
	 * @returns ids of those that hold all the words, the last one as a beginning; best first, or the newest where so many
	 *   hold them that none is better than another
	 */
	search(query: string, limit: number): string[] {
		const wanted = wantedBy(query)
		if (!wanted) return []
		const found = (order: string, most: number) =>
			this.#sql.all(
				`SELECT rowid AS number FROM annotation_words WHERE annotation_words MATCH ? ORDER BY ${order} LIMIT ?`,
				wanted,
				most,
			)
		const newest = found('rowid DESC', Math.max(limit, mostRanked + 1))
		const numbers = newest.length > mostRanked ? newest.slice(0, limit) : found('rank', limit)
		const rows = this.#sql.all(
			'SELECT annotation.id FROM json_each(?) JOIN annotation ON number = value ORDER BY key',
			JSON.stringify(numbers.map(({ number }) => number)),
		)
		return rows.map(({ id }) => String(id))
	}

	/** @returns the numbers of those that hold all the words, the last one as a beginning; undefined for no word at all */
	holding(query: string): ReadonlySet<number> | undefined {
		const wanted = wantedBy(query)
		if (!wanted) return undefined
		const sql = 'SELECT json_group_array(rowid) AS numbers FROM annotation_words WHERE annotation_words MATCH ?'
		return new Set(JSON.parse(String(this.#sql.all(sql, wanted)[0]?.numbers)) as number[])
	}

	/** @returns ids of those whose comment holds all the words: all that begin with them, and the newest of the others. */
	beginning(query: string): string[] {
		const wanted = wantedBy(query)
		if (!wanted) return []
		const found = (match: string) =>
			this.#sql
				.all(
					`SELECT id FROM annotation_words JOIN annotation ON number = annotation_words.rowid
					 WHERE annotation_words MATCH ? ORDER BY number DESC LIMIT ?`,
					match,
					mostTitles,
				)
				.map(({ id }) => String(id))
		return [
			...new Set([...found(`comment : ^ ${wanted.replaceAll('" "', '" + "')}`), ...found(`comment : (${wanted})`)]),
		]
	}

	#numbersOf = (ids: readonly string[]): number[] =>
		this.#sql
			.all('SELECT number FROM annotation WHERE id IN (SELECT value FROM json_each(?))', JSON.stringify(ids))
			.map(({ number }) => Number(number))

	#index(
		number: number,
		{ comment, tags, targets }: Pick<Seen, 'comment' | 'tags'> & { targets: readonly Place[] },
	): void {
		this.#sql.run(
			'INSERT OR REPLACE INTO annotation_words (rowid, comment, tags, quotes) VALUES (?, ?, ?, ?)',
			number,
			folded([comment]),
			folded(tags),
			folded(targets.map(({ selector }) => selector?.exact ?? '')),
		)
	}

	#read(where: string, ...values: string[]): KeptAnnotation[] {
		const targets = new Map<unknown, Row[]>()
		const rows = this.#sql.all(
			`SELECT annotation, state, proposal, made_on, checked FROM annotation_target
			 WHERE annotation IN (SELECT number FROM annotation WHERE ${where}) ORDER BY annotation, position`,
			...values,
		)
		for (const row of rows) {
			const those = targets.get(row.annotation)
			if (those) those.push(row)
			else targets.set(row.annotation, [row])
		}
		return this.#sql
			.all(`SELECT number, json, created, modified FROM annotation WHERE ${where} ORDER BY created, number`, ...values)
			.map((row) => keptOf(row, targets.get(row.number) ?? []))
	}
}

/** A target that nobody has looked for yet. */
export const unseen: Anchor = { state: 'orphan', madeOn: null, checked: null }

const folded = (texts: readonly string[]): string =>
	texts
		.flatMap(wordsOf)
		.map((word) => word.folded)
		.join(' ')
