/** Cards and reviews of imported notes. What was studied, here or there, is never lost: the later studied card wins. */
import type { Cards } from '../cards.ts'
import type { Moment } from '../clock.ts'
import type { Compared } from './compare.ts'
import { studyDays } from './days.ts'
import type { IncomingCard, IncomingNote, Standing } from './incoming.ts'
import type { TakeInOptions } from './take-in.ts'

const hold = { no: 0, suspended: 1, buried: 2, trash: 3 } as const

interface OldCard {
	id: number
	ordinal: number
	deck: number
	reps: number
	lastAt: number
	hold: number
}

export class CardsIn {
	/** What of a card an import may change. */
	static readonly columns = [
		...['state', 'due', 'step', 'stability', 'difficulty', 'interval', 'reps', 'lapses'],
		...['last_at', 'last_day', 'hold', 'buried_until', 'modified'],
	]
	readonly made = { deck: [] as number[], card: [] as number[], review: [] as number[] }
	readonly #cards: Cards
	readonly #options: TakeInOptions
	readonly #moment: Moment
	readonly #dayOf: (at: number) => number
	readonly #decks = new Map<string, number>()
	/** Behind all new cards that are there. */
	readonly #behind: number

	constructor(cards: Cards, options: TakeInOptions, moment: Moment) {
		this.#cards = cards
		this.#options = options
		this.#moment = moment
		this.#dayOf = studyDays(moment.calendar)
		const [row] = cards.sql.all('SELECT coalesce(max(due), 0) AS last FROM card WHERE state = 0')
		this.#behind = Number(row?.last) + 1
	}

	/** @returns the cards that are there and may change. */
	touched(notes: readonly IncomingNote[], compared: readonly Compared[]): number[] {
		return notes.flatMap((note, index) => {
			const there = compared[index]?.there
			if (!there) return []
			return this.#old(there.id)
				.filter(
					(old) =>
						there.removed ||
						this.#wins(
							note.cards.find(({ ordinal }) => ordinal === old.ordinal),
							old,
						),
				)
				.map(({ id }) => id)
		})
	}

	/** Cards of a note that was just added. */
	added(note: number, { cards, deck, type, fields, created }: IncomingNote): void {
		const seen = new Set<number>()
		for (const card of cards) {
			if (seen.has(card.ordinal)) continue
			seen.add(card.ordinal)
			this.#insert(note, card)
		}
		if (cards.length) return
		const { sql, notes } = this.#cards
		notes.makeCards(note, { ...type, id: 0 }, fields, this.#deck(deck), created)
		for (const { id } of sql.all('SELECT id FROM card WHERE note = ?', note)) this.made.card.push(Number(id))
	}

	/** Cards of a note that is there already: those that it lacks, and those that were studied elsewhere since. */
	existing(note: number, { cards, type, fields }: IncomingNote, wasRemoved: boolean, rewritten: boolean): void {
		const { sql, notes } = this.#cards
		const old = new Map(this.#old(note).map((card) => [card.ordinal, card]))
		if (wasRemoved) sql.run('UPDATE card SET hold = 0 WHERE note = ? AND hold = 3', note)
		for (const card of cards) {
			const there = old.get(card.ordinal)
			if (there) this.#follow(there, card)
			else {
				this.#insert(note, card)
				old.set(card.ordinal, { id: 0, ordinal: card.ordinal, deck: 0, reps: 0, lastAt: 0, hold: 0 })
			}
		}
		const [first] = old.values()
		if (cards.length || !first || !rewritten) return
		notes.makeCards(note, { ...type, id: 0 }, fields, first.deck, this.#moment.at)
		for (const { id } of sql
			.all('SELECT id, ordinal FROM card WHERE note = ?', note)
			.filter((row) => !old.has(Number(row.ordinal))))
			this.made.card.push(Number(id))
	}

	#follow(old: OldCard, card: IncomingCard): void {
		const { sql } = this.#cards
		if (this.#wins(card, old)) {
			const values = Object.entries(this.#columns(card))
			sql.run(
				`UPDATE card SET ${values.map(([column]) => `${column} = ?`).join(', ')}, modified = ? WHERE id = ?`,
				...values.map(([, value]) => value),
				this.#moment.at,
				old.id,
			)
		}
		if (!this.#options.scheduling || !card.reviews.length) return
		const known = new Set(sql.all('SELECT at FROM review WHERE card = ?', old.id).map(({ at }) => Number(at)))
		const first = this.#lastReview() + 1
		this.#reviews(old.id, card.reviews, known)
		for (let id = first; id <= this.#lastReview(); id++) this.made.review.push(id)
	}

	#wins(card: IncomingCard | undefined, old: OldCard): boolean {
		if (!this.#options.scheduling || !card?.standing) return false
		return old.reps === 0 || card.standing.lastAt > old.lastAt
	}

	#old(note: number): OldCard[] {
		return this.#cards.sql
			.all('SELECT id, ordinal, deck, reps, last_at, hold FROM card WHERE note = ? ORDER BY ordinal', note)
			.map(({ id, ordinal, deck, reps, last_at, hold: held }) => ({
				id: Number(id),
				ordinal: Number(ordinal),
				deck: Number(deck),
				reps: Number(reps),
				lastAt: Number(last_at ?? 0),
				hold: Number(held),
			}))
	}

	#insert(note: number, card: IncomingCard): void {
		const values = Object.entries(this.#columns(card))
		const { lastInsertRowid } = this.#cards.sql.run(
			`INSERT INTO card (note, ordinal, deck, created, modified, ${values.map(([column]) => column).join(', ')})
			 VALUES (?, ?, ?, ?, ?, ${values.map(() => '?').join(', ')})`,
			note,
			card.ordinal,
			this.#deck(card.deck),
			card.created,
			this.#moment.at,
			...values.map(([, value]) => value),
		)
		this.made.card.push(Number(lastInsertRowid))
		if (this.#options.scheduling) this.#reviews(Number(lastInsertRowid), card.reviews)
	}

	#columns({ standing, position, suspended, buried }: IncomingCard): Record<string, number | null> {
		const { scheduling } = this.#options
		const at: Omit<Standing, 'state' | 'lastAt' | 'lastDay'> & {
			state: number
			lastAt: number | null
			lastDay: number | null
		} = (scheduling && standing) || { ...fresh, due: this.#behind + position }
		const held = !scheduling ? hold.no : suspended ? hold.suspended : buried ? hold.buried : hold.no
		const { lastAt, lastDay, ...same } = at
		return {
			...same,
			last_at: lastAt,
			last_day: lastDay,
			hold: held,
			buried_until: held === hold.buried ? this.#moment.day + 1 : null,
		}
	}

	#reviews(card: number, reviews: IncomingCard['reviews'], known: ReadonlySet<number> = new Set()): void {
		let last: number | undefined
		for (const { at, rating, state, interval, took } of reviews) {
			const day = this.#dayOf(at)
			if (!known.has(at))
				this.#cards.sql.run(
					`INSERT INTO review (card, at, day, rating, state, elapsed, interval, took) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
					...[card, at, day, rating, state, last === undefined ? 0 : Math.max(0, day - last), interval, took],
				)
			last = day
		}
	}

	#lastReview = (): number => Number(this.#cards.sql.all('SELECT max(id) AS last FROM review')[0]?.last ?? 0)

	#deck(name: string): number {
		const wanted = this.#options.deck ?? name
		let id = this.#decks.get(wanted)
		if (id === undefined) {
			const { decks } = this.#cards
			const before = decks.list().some((deck) => deck.name === wanted)
			id = decks.called(wanted, this.#moment.at).id
			if (!before) this.made.deck.push(id)
			this.#decks.set(wanted, id)
		}
		return id
	}
}

/** A card that nobody has studied. */
const fresh = {
	state: 0,
	step: 0,
	stability: null,
	difficulty: null,
	interval: 0,
	reps: 0,
	lapses: 0,
	lastAt: null,
	lastDay: null,
}
