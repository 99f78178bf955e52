/** The notes and cards that go out. */

import type { NoteDraft } from '#contract/cards/notes.ts'
import type { Row } from '../../../workspace/sql.ts'
import type { Cards } from '../../cards.ts'
import type { KeptType } from '../../types.ts'
import { asAnki } from '../own.ts'
import { nameOutside } from '../twins.ts'
import type { ExportRequest } from './index.ts'

export interface ChosenNote {
	id: number
	guid: string
	type: KeptType
	/** As they are kept, and as HTML. */
	own: string[]
	html: string[]
	tags: string[]
	contentNotes: NoteDraft['contentNotes']
	source?: NoteDraft['source']
	created: number
	modified: number
}

export class Chosen {
	/** In the order in which they were made. */
	readonly notes: number[]
	readonly cards: Row[]
	readonly decks: Map<number, string>
	readonly #cards: Cards

	constructor(cards: Cards, { deck }: ExportRequest) {
		this.#cards = cards
		const decks = deck === undefined ? cards.decks.list() : cards.decks.below(deck)
		this.decks = new Map(decks.map(({ id, name }) => [id, name]))
		this.cards = cards.sql.all(
			`SELECT card.* FROM card JOIN card_note ON card_note.id = card.note
			 WHERE hold <> 3 AND removed_at IS NULL AND deck IN (SELECT value FROM json_each(?)) ORDER BY note, ordinal`,
			JSON.stringify([...this.decks.keys()]),
		)
		this.notes = [...new Set(this.cards.map(({ note }) => Number(note)))]
	}

	note(id: number): ChosenNote {
		const [row] = this.#cards.sql.all(
			'SELECT guid, type, fields, tags, content_notes, source, created, modified FROM card_note WHERE id = ?',
			id,
		)
		const type = this.#cards.types.byId(Number(row?.type))
		const own: string[] = JSON.parse(String(row?.fields))
		return {
			id,
			guid: String(row?.guid),
			type,
			own,
			html: asAnki(type, own),
			tags: JSON.parse(String(row?.tags)),
			contentNotes: JSON.parse(String(row?.content_notes)),
			...(row?.source ? { source: JSON.parse(String(row.source)) } : {}),
			created: Number(row?.created),
			modified: Number(row?.modified),
		}
	}
}

/** @returns what a type is called outside. */
export const outsideName = ({ key, name, markup }: KeptType): string =>
	markup === 'markdown' ? nameOutside(key as Parameters<typeof nameOutside>[0]) : name
