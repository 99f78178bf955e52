/** Decks in the workspace's database. */
import type { Deck, DeckSettings } from '#contract/cards/decks.ts'
import { Failure } from '../failure.ts'
import type { Row, Sql } from '../workspace/sql.ts'
import type { Acts } from './acts.ts'

/** A deck as it is kept; what is due in it, studying knows. */
export type KeptDeck = Pick<Deck, 'id' | 'name' | 'comparison' | 'settings'>

/** As Anki has them. */
export const usualDeck: DeckSettings = { newPerDay: 20, reviewsPerDay: 200, exam: null }

export class Decks {
	readonly #sql: Sql
	readonly #acts: Acts

	constructor(sql: Sql, acts: Acts) {
		this.#sql = sql
		this.#acts = acts
	}

	/** @returns all of them by name. */
	list = (): KeptDeck[] => this.#read('removed_at IS NULL').sort((a, b) => (a.name < b.name ? -1 : 1))

	/** @returns how many cards each deck has, those in the trash left out. */
	counts = (): Map<number, number> =>
		new Map(
			this.#sql
				.all('SELECT deck, count(*) AS cards FROM card WHERE hold < 3 GROUP BY deck')
				.map(({ deck, cards }) => [Number(deck), Number(cards)]),
		)

	/** @throws Failure when there is none */
	byId(id: number): KeptDeck {
		const [deck] = this.#read('removed_at IS NULL AND id = ?', id)
		if (!deck) throw new Failure('NOT_FOUND', 'This deck is not there any more.', 'Choose another one.')
		return deck
	}

	/** @returns the deck of this id or name, made where a name is not there yet. */
	called(which: number | string, now: number, comparison?: string): KeptDeck {
		if (typeof which === 'number') return this.byId(which)
		return this.#read('removed_at IS NULL AND name = ?', which)[0] ?? this.add(which, {}, now, comparison)
	}

	/** @throws Failure when the name is taken */
	create(name: string, settings: Partial<DeckSettings>, now: number, comparison?: string): KeptDeck {
		this.#refuseTaken(name)
		return this.add(name, settings, now, comparison)
	}

	add(name: string, settings: Partial<DeckSettings>, now: number, comparison?: string): KeptDeck {
		const { lastInsertRowid } = this.#sql.run(
			'INSERT INTO deck (name, comparison, settings, created, modified) VALUES (?, ?, ?, ?, ?)',
			name,
			comparison ?? null,
			JSON.stringify(settings),
			now,
			now,
		)
		return this.byId(Number(lastInsertRowid))
	}

	/** @throws Failure when the new name is taken */
	change(id: number, { name, settings }: { name?: string; settings?: Partial<DeckSettings> }, now: number): KeptDeck {
		return this.#sql.transaction(() => {
			const deck = this.byId(id)
			if (name !== undefined && name !== deck.name) this.#rename(deck, name, now)
			if (settings)
				this.#sql.run(
					'UPDATE deck SET settings = json_patch(settings, ?), modified = ? WHERE id = ?',
					// A patch takes null as “away with it”, which is what no exam means.
					JSON.stringify(settings),
					now,
					id,
				)
			return this.byId(id)
		})
	}

	#rename({ id, name: old }: KeptDeck, name: string, now: number): void {
		if (name.startsWith(`${old}::`))
			throw new Failure(
				'CONFLICT',
				'A deck cannot be put into itself.',
				'Choose a name that does not begin with its own.',
			)
		for (const each of this.below(id)) {
			const renamed = name + each.name.slice(old.length)
			this.#refuseTaken(renamed)
			this.#sql.run('UPDATE deck SET name = ?, modified = ? WHERE id = ?', renamed, now, each.id)
		}
	}

	/** @returns a deck and those below it. */
	below(id: number): KeptDeck[] {
		const { name } = this.byId(id)
		return this.list().filter((deck) => deck.name === name || deck.name.startsWith(`${name}::`))
	}

	/** Puts a deck, those below it and the cards in them into the trash, with notes that have no card elsewhere. */
	remove(id: number, now: number): { token: number; cards: number } {
		return this.#sql.transaction(() => {
			const decks = this.below(id).map((deck) => deck.id)
			const those = 'SELECT value FROM json_each(?)'
			const ids = (sql: string, list: number[]) => this.#sql.all(sql, JSON.stringify(list)).map((row) => Number(row.id))
			const cards = ids(`SELECT id FROM card WHERE hold <> 3 AND deck IN (${those})`, decks)
			const notes = ids(
				`SELECT DISTINCT note AS id FROM card AS mine WHERE deck IN (${those}) AND NOT EXISTS (
					SELECT 1 FROM card AS other WHERE other.note = mine.note AND other.hold <> 3 AND other.deck NOT IN (
						SELECT value FROM json_each(?1)))`,
				decks,
			)
			const token = this.#acts.note(
				'Deck deleted',
				[
					{ table: 'deck', ids: decks, columns: ['removed_at'] },
					{ table: 'card', ids: cards, columns: ['hold'] },
					{ table: 'card_note', ids: notes, columns: ['removed_at'] },
				],
				now,
			)
			this.#sql.run(`UPDATE deck SET removed_at = ? WHERE id IN (${those})`, now, JSON.stringify(decks))
			this.#sql.run(`UPDATE card SET hold = 3 WHERE id IN (${those})`, JSON.stringify(cards))
			this.#sql.run(`UPDATE card_note SET removed_at = ? WHERE id IN (${those})`, now, JSON.stringify(notes))
			this.#sql.run(`DELETE FROM card_words WHERE rowid IN (${those})`, JSON.stringify(notes))
			return { token, cards: cards.length }
		})
	}

	#refuseTaken(name: string): void {
		if (this.#read('removed_at IS NULL AND name = ?', name).length)
			throw new Failure('CONFLICT', `There is a deck “${name}” already.`, 'Choose another name.')
	}

	#read(where: string, ...values: (string | number)[]): KeptDeck[] {
		return this.#sql.all(`SELECT id, name, comparison, settings FROM deck WHERE ${where}`, ...values).map(deckOf)
	}
}

const deckOf = ({ id, name, comparison, settings }: Row): KeptDeck => ({
	id: Number(id),
	name: String(name),
	...(comparison ? { comparison: String(comparison) } : {}),
	settings: { ...usualDeck, ...JSON.parse(String(settings)) },
})
