/** Takes notes from elsewhere in: first worked out, then written within one transaction, with the way back. */
import type { ImportSummary } from '#contract/cards/transfer.ts'
import { ordinalsOf } from '#domain/cards/template.ts'
import type { Made } from '../acts.ts'
import type { Cards } from '../cards.ts'
import type { Moment } from '../clock.ts'
import { plainField } from '../html.ts'
import { type Findable, findable, htmlOf, sorted } from '../note-content.ts'
import type { KeptType } from '../types.ts'
import { CardsIn } from './cards-in.ts'
import { Compare, type Compared, type There } from './compare.ts'
import type { Incoming, IncomingNote, IncomingType } from './incoming.ts'
import { renamedIn } from './media-refs.ts'
import { cut } from './names.ts'
import type { Pictures } from './pictures-in.ts'

export interface TakeInOptions {
	/** Whether cards come with where they stand and their reviews. */
	scheduling: boolean
	/** Where all cards go, in place of decks of their own. */
	deck?: string
}

const batch = 250
const noteColumns = ['type', 'fields', 'tags', 'content_notes', 'first', 'source', 'stale', 'modified', 'removed_at']

export class TakeIn {
	readonly #cards: Cards
	readonly #incoming: Incoming
	readonly #options: TakeInOptions
	readonly #moment: Moment
	readonly #found: Findable[] = []
	readonly #compare: Compare

	constructor(cards: Cards, incoming: Incoming, options: TakeInOptions, moment: Moment) {
		this.#cards = cards
		this.#incoming = incoming
		this.#options = options
		this.#moment = moment
		this.#compare = new Compare(cards.sql, cards.types, incoming.matches)
	}

	/** Works out what takes long, while nobody waits for the database. @yields the share that is done */
	*prepare(renamed: ReadonlyMap<string, string> = new Map()): Generator<number> {
		const { notes } = this.#incoming
		const guids = new Set<string>()
		for (const [index, note] of notes.entries()) {
			if (index % batch === 0) yield index / notes.length
			if (note.guid !== undefined && guids.has(note.guid)) delete note.guid
			if (note.guid !== undefined) guids.add(note.guid)
			note.fields = note.fields.map((field) => renamedIn(field, renamed))
			this.#found.push(findable(note))
		}
	}

	/** @yields the share that is done @returns what taking it in does */
	*summary(): Generator<number, ImportSummary> {
		const { notes, format, media, warnings } = this.#incoming
		const counts = { new: 0, changed: 0, same: 0 }
		const [decks, types] = [new Map<string, number>(), new Map<string, number>()]
		let [cards, reviews] = [0, 0]
		for (const [index, note] of notes.entries()) {
			if (index % batch === 0) yield index / notes.length
			const { is } = this.#compare.one(note, this.#found[index]?.first ?? '')
			counts[is === 'clash' ? 'same' : is]++
			if (is === 'clash') warnings.add('Notes that have another shape here, left as they are: #.')
			add(types, note.type.name)
			for (const deck of this.#decksOf(note)) {
				add(decks, deck)
				cards++
			}
			if (this.#options.scheduling) for (const card of note.cards) reviews += card.reviews.length
		}
		return {
			format,
			notes: counts,
			cards,
			reviews,
			media: media.length,
			decks: [...decks].sort(byName).map(([name, each]) => ({ name, cards: each })),
			types: [...types].sort(byName).map(([name, each]) => ({ name, notes: each })),
			samples: notes.slice(0, 5).map(({ fields, type }) => cut(plainField(fields[0] ?? '', type.markup), 200)),
			warnings: warnings.list(),
		}
	}

	#decksOf(note: IncomingNote): string[] {
		const { deck } = this.#options
		if (note.cards.length) return note.cards.map((card) => deck ?? card.deck)
		return ordinalsOf(note.type, htmlOf(note.type, note.fields)).map(() => deck ?? note.deck)
	}

	/** Writes all of it, within the caller's transaction. @yields the share that is done @returns the token that undoes it */
	*write(pictures: Pictures): Generator<number, number> {
		const { acts, sql, notes: kept } = this.#cards
		const { notes } = this.#incoming
		const now = this.#moment.at
		const compared = notes.map((note, index) => this.#compare.one(note, this.#found[index]?.first ?? ''))
		const cardsIn = new CardsIn(this.#cards, this.#options, this.#moment)
		const token = acts.note(
			'Cards imported',
			[
				{ table: 'card_note', ids: changed(compared), columns: noteColumns },
				{ table: 'card', ids: cardsIn.touched(notes, compared), columns: CardsIn.columns },
			],
			now,
		)
		const made = { card_note: [] as number[], note_type: [] as number[], media: [] as string[] }
		for (const { name, type, read } of pictures.taken) {
			sql.run('INSERT INTO media (name, type, bytes) VALUES (?, ?, ?)', name, type, read())
			made.media.push(name)
			yield 0
		}
		for (const [index, note] of notes.entries()) {
			if (index % batch === 0) yield index / notes.length
			const { there, words, is } = compared[index] as Compared
			if (is === 'clash') continue
			const found = this.#found[index] as Findable
			if (there) {
				if (words) this.#rewrite(there, note, found, made.note_type)
				else if (there.removed) kept.index(there.id, findable(there))
				if (there.removed) sql.run('UPDATE card_note SET removed_at = NULL WHERE id = ?', there.id)
				cardsIn.existing(there.id, note, there.removed, words)
			} else {
				const type = this.#kept(note.type, made.note_type)
				const id = kept.insert({ ...note, type }, found, note)
				made.card_note.push(id)
				cardsIn.added(id, note)
			}
		}
		acts.made(token, { ...made, ...cardsIn.made } satisfies Made)
		return token
	}

	#rewrite(there: There, note: IncomingNote, found: Findable, madeTypes: number[]): void {
		this.#cards.sql.run(
			`UPDATE card_note SET type = ?, fields = ?, tags = ?, first = ?, modified = ?,
			 content_notes = coalesce(?, content_notes), source = coalesce(?, source) WHERE id = ?`,
			this.#kept(note.type, madeTypes).id,
			JSON.stringify(note.fields),
			JSON.stringify(sorted(note.tags)),
			found.first,
			note.modified,
			note.contentNotes ? JSON.stringify(note.contentNotes) : null,
			note.source ? JSON.stringify(note.source) : null,
			there.id,
		)
		this.#cards.notes.index(there.id, found)
	}

	readonly #types = new Map<string, KeptType>()

	#kept(type: IncomingType, made: number[]): KeptType {
		let kept = this.#types.get(type.key) ?? this.#cards.types.byKey(type.key)
		if (!kept) {
			kept = this.#cards.types.add(type)
			made.push(kept.id)
		}
		this.#types.set(type.key, kept)
		return kept
	}
}

/** Notes that are rewritten, or come back from the trash. */
const changed = (compared: readonly Compared[]): number[] =>
	compared.flatMap(({ there, words }) => (there && (words || there.removed) ? there.id : []))

const add = (counts: Map<string, number>, name: string): void => void counts.set(name, (counts.get(name) ?? 0) + 1)
const byName = ([a]: [string, number], [b]: [string, number]): number => (a < b ? -1 : 1)
