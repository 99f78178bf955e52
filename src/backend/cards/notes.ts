/** Notes and the cards that they make, in the workspace's database. Every write is on disk when its method returns. */
import type { CardNote, NoteDraft } from '#contract/cards/notes.ts'
import { retold } from '#domain/cards/making.ts'
import { ordinalsOf } from '#domain/cards/template.ts'
import { Failure } from '../failure.ts'
import type { Row, Sql } from '../workspace/sql.ts'
import type { Acts } from './acts.ts'
import { held } from './card-rows.ts'
import type { Decks } from './decks.ts'
import { plainField } from './html.ts'
import { type Findable, findable, fitted, folded, htmlOf, type NoteContent, newGuid, sorted } from './note-content.ts'
import type { KeptType, NoteTypes } from './types.ts'

const kept = 'SELECT id, guid, type, fields, tags, content_notes, source, stale, created, modified FROM card_note'

export class CardNotes {
	readonly #sql: Sql
	readonly #acts: Acts
	readonly #decks: Decks
	readonly types: NoteTypes

	constructor(sql: Sql, acts: Acts, decks: Decks, types: NoteTypes) {
		this.#sql = sql
		this.#acts = acts
		this.#decks = decks
		this.types = types
	}

	/** @returns those of these that are there and not in the trash. */
	byIds(ids: readonly number[]): CardNote[] {
		return this.#read('removed_at IS NULL AND id IN (SELECT value FROM json_each(?))', JSON.stringify(ids))
	}

	/** @throws Failure when it is not there */
	byId(id: number): CardNote {
		const [note] = this.byIds([id])
		if (!note)
			throw new Failure('NOT_FOUND', 'These cards are not there any more.', 'They may have been deleted: undo it.')
		return note
	}

	/** Makes notes with their cards, all or none. */
	create(deck: number | string, drafts: readonly NoteDraft[], now: number, comparison?: string): CardNote[] {
		return this.#sql.transaction(() => {
			const { id } = this.#decks.called(deck, now, comparison)
			const ids = drafts.map(({ type, fields, source, ...rest }) => {
				const shape = this.types.shipped(type)
				return this.add({ type: shape, fields: fitted(fields, shape), ...rest, ...(source ? { source } : {}) }, id, now)
			})
			return this.byIds(ids)
		})
	}

	/** Writes one note and makes its cards, within the caller's transaction. @returns its id */
	add(content: NoteContent, deck: number, now: number): number {
		const id = this.insert(content, findable(content), { created: now, modified: now })
		this.makeCards(id, content.type, content.fields, deck, now)
		return id
	}

	/** Writes one note without its cards. */
	insert(content: NoteContent, found: Findable, { created, modified }: Pick<CardNote, 'created' | 'modified'>): number {
		const { type, fields, tags, contentNotes = [], source, guid = newGuid() } = content
		const { lastInsertRowid } = this.#sql.run(
			`INSERT INTO card_note (guid, type, fields, tags, content_notes, first, source, created, modified)
			 VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
			guid,
			type.id,
			JSON.stringify(fields),
			JSON.stringify(sorted(tags)),
			JSON.stringify(contentNotes),
			found.first,
			source ? JSON.stringify(source) : null,
			created,
			modified,
		)
		const id = Number(lastInsertRowid)
		this.index(id, found)
		return id
	}

	/** Changes what is named and leaves the rest; cards follow the fields. */
	change(id: number, some: Partial<Pick<CardNote, 'fields' | 'tags' | 'contentNotes'>>, now: number): CardNote {
		return this.#sql.transaction(() => {
			const { type: typeId, fields: old, tags: oldTags } = this.byId(id)
			const type = this.types.byId(typeId)
			const fields = some.fields ? fitted(some.fields, type) : old
			const tags = some.tags ?? oldTags
			const found = findable({ type, fields, tags })
			this.#sql.run(
				`UPDATE card_note SET fields = ?, tags = ?, content_notes = coalesce(?, content_notes), first = ?, modified = ? WHERE id = ?`,
				JSON.stringify(fields),
				JSON.stringify(sorted(tags)),
				some.contentNotes ? JSON.stringify(some.contentNotes) : null,
				found.first,
				now,
				id,
			)
			this.index(id, found)
			if (some.fields) this.#followFields(id, type, fields, now)
			if (String(fields) !== String(old)) this.#takeLeechesBack(id)
			return this.byId(id)
		})
	}

	/** Puts notes and their cards into the trash. */
	remove(ids: readonly number[], now: number): { token: number; removed: number; cards: number } {
		return this.#sql.transaction(() => {
			const those = 'SELECT value FROM json_each(?)'
			const idsOf = (sql: string, list: readonly number[]) =>
				this.#sql.lists(sql, JSON.stringify(list)).map(([id]) => Number(id))
			const notes = idsOf(`SELECT id FROM card_note WHERE removed_at IS NULL AND id IN (${those})`, ids)
			const cards = idsOf(`SELECT id FROM card WHERE hold <> 3 AND note IN (${those})`, notes)
			const token = this.#acts.note(
				notes.length === 1 ? 'Card deleted' : 'Cards deleted',
				[
					{ table: 'card_note', ids: notes, columns: ['removed_at'] },
					{ table: 'card', ids: cards, columns: ['hold'] },
				],
				now,
			)
			const list = JSON.stringify(notes)
			this.#sql.run(`UPDATE card_note SET removed_at = ? WHERE id IN (${those})`, now, list)
			this.#sql.run(`UPDATE card SET hold = 3 WHERE note IN (${those})`, list)
			this.#sql.run(`DELETE FROM card_words WHERE rowid IN (${those})`, list)
			return { token, removed: notes.length, cards: cards.length }
		})
	}

	/** Undoes an act on cards; what came back is found again. @returns how many cards it was */
	undo(token: number): number {
		return this.#sql.transaction(() => {
			const touched = this.#acts.undo(token)
			const gone = JSON.stringify(touched.card_note)
			this.#sql.run('DELETE FROM card_words WHERE rowid IN (SELECT value FROM json_each(?))', gone)
			for (const { id, type, fields, tags } of this.byIds(touched.card_note))
				this.index(id, findable({ type: this.types.byId(type), fields, tags }))
			return touched.card.length
		})
	}

	/** @returns notes whose first field says the same. */
	same(type: KeptType, first: string, except?: number): CardNote[] {
		const said = folded(plainField(first, type.markup))
		return said ? this.#read('removed_at IS NULL AND first = ? AND id <> ?', said, except ?? 0) : []
	}

	/** All of it or nothing. */
	atOnce = <T>(work: () => T): T => this.#sql.transaction(work)

	/** @returns the sources that notes were made from, the hash of the text that their staleness is true of, and those notes. */
	places(): { source: string; checked: string; notes: number[] }[] {
		return this.#sql
			.all(
				`SELECT place, checked, json_group_array(id) AS notes FROM card_note
				 WHERE source IS NOT NULL AND removed_at IS NULL GROUP BY place, checked`,
			)
			.map(({ place, checked, notes }) => ({
				source: String(place),
				checked: String(checked ?? ''),
				notes: JSON.parse(String(notes)),
			}))
	}

	/** Keeps what sources say now of notes, or null where it is what they said; true of the text of this hash. */
	keepStale(wordings: ReadonlyMap<number, Record<string, string> | null>, checked: string): void {
		this.#sql.transaction(() => {
			for (const [id, wording] of wordings)
				this.#sql.run(
					'UPDATE card_note SET stale = ?, checked = ? WHERE id = ?',
					wording && JSON.stringify(wording),
					checked,
					id,
				)
		})
	}

	stale = (): CardNote[] => this.#read('stale IS NOT NULL AND removed_at IS NULL')

	/** Ends a staleness, within the caller's transaction: the source is known to say the new wording, taken over or not. */
	settle(
		{ id, type: typeId, fields: old, tags, source, stale = {} }: CardNote,
		how: 'take' | 'keep',
		now: number,
	): CardNote {
		const type = this.types.byId(typeId)
		const fields = how === 'take' ? retold(old, type.fields, source?.wording ?? {}, stale) : old
		const found = findable({ type, fields, tags })
		this.#sql.run(
			'UPDATE card_note SET fields = ?, first = ?, source = ?, stale = NULL, modified = ? WHERE id = ?',
			JSON.stringify(fields),
			found.first,
			source ? JSON.stringify({ ...source, wording: { ...source.wording, ...stale } }) : null,
			now,
			id,
		)
		this.index(id, found)
		return this.byId(id)
	}

	/**
	 * A gap or template that makes no card any more takes its card out of sight; where it comes back, so does the card, with
	 * all that it has learned. A new one gets a card in the deck of the others.
	 */
	#followFields(id: number, type: KeptType, fields: readonly string[], now: number): void {
		const wanted = ordinalsOf(type, htmlOf(type, fields))
		const deck = this.#sql.all('SELECT deck FROM card WHERE note = ? ORDER BY ordinal LIMIT 1', id)[0]?.deck
		const listed = 'ordinal IN (SELECT value FROM json_each(?))'
		this.#sql.run(`UPDATE card SET hold = 3 WHERE note = ? AND NOT ${listed}`, id, JSON.stringify(wanted))
		this.#sql.run(`UPDATE card SET hold = 0 WHERE note = ? AND hold = 3 AND ${listed}`, id, JSON.stringify(wanted))
		this.makeCards(id, type, fields, Number(deck), now)
	}

	/** A leech is set aside for its wording: worded anew it starts with a clean slate. */
	#takeLeechesBack(id: number): void {
		this.#sql.run(
			`UPDATE card SET leech = 0, hold = CASE hold WHEN ${held.suspended} THEN 0 ELSE hold END WHERE note = ? AND leech = 1`,
			id,
		)
	}

	/** Makes the cards that a note lacks. New cards queue up behind all others. */
	makeCards(id: number, type: KeptType, fields: readonly string[], deck: number, now: number): void {
		for (const ordinal of ordinalsOf(type, htmlOf(type, fields)))
			this.#sql.run(
				`INSERT OR IGNORE INTO card (note, ordinal, deck, due, created, modified)
				 SELECT ?1, ?2, ?3, coalesce(max(due), 0) + 1, ?4, ?4 FROM card WHERE state = 0 AND hold = 0`,
				id,
				ordinal,
				deck,
				now,
			)
	}

	/** Lets a note be found. */
	index(id: number, { words, tags }: Findable): void {
		this.#sql.run('INSERT OR REPLACE INTO card_words (rowid, fields, tags) VALUES (?, ?, ?)', id, words, tags)
	}

	#read(where: string, ...values: (string | number)[]): CardNote[] {
		const rows = this.#sql.all(`${kept} WHERE ${where} ORDER BY id`, ...values)
		const cards = Map.groupBy(
			this.#sql.all(
				'SELECT id, note FROM card WHERE hold <> 3 AND note IN (SELECT value FROM json_each(?)) ORDER BY note, ordinal',
				JSON.stringify(rows.map(({ id }) => id)),
			),
			({ note }) => note,
		)
		return rows.map((row) =>
			noteOf(
				row,
				(cards.get(row.id) ?? []).map(({ id }) => Number(id)),
			),
		)
	}
}

const noteOf = (row: Row, cards: number[]): CardNote => ({
	id: Number(row.id),
	guid: String(row.guid),
	type: Number(row.type),
	fields: JSON.parse(String(row.fields)),
	tags: JSON.parse(String(row.tags)),
	contentNotes: JSON.parse(String(row.content_notes)),
	...(row.source ? { source: JSON.parse(String(row.source)) } : {}),
	...(row.stale ? { stale: JSON.parse(String(row.stale)) } : {}),
	cards,
	created: Number(row.created),
	modified: Number(row.modified),
})
