/** A workspace of many cards that have been studied for years. */
import type { Cards } from '#backend/cards/cards.ts'
import { randomOf } from './words.ts'

/** Fills a workspace; one card in ten is new, the others are due over the months ahead, some hundreds of them today. */
export function fillCards(
	{ sql, decks, types, notes }: Cards,
	{ cards, reviews, decks: many }: { cards: number; reviews: number; decks: number },
	day: number,
): void {
	const random = randomOf(cards)
	const now = day * 86_400_000
	// Room for all of it: spilling pages while they are still being filled takes minutes.
	sql.all('PRAGMA cache_size = -400000')
	sql.all('PRAGMA synchronous = OFF')
	sql.transaction(() => {
		const ids = Array.from({ length: many }, (_, index) => decks.add(`Deck ${index}`, {}, now).id)
		const type = types.shipped('basic')
		// Past the program, which would take minutes.
		const note = `INSERT INTO card_note (id, guid, type, fields, tags, first, created, modified) VALUES (?1, 'made-up-' || ?1, ?2, ?3, '[]', 'what is number ' || ?1, ?4, ?4)`
		const made = 'INSERT INTO card (id, note, ordinal, deck, due, created, modified) VALUES (?1, ?1, 0, ?2, ?1, ?3, ?3)'
		for (let card = 1; card <= cards; card++) {
			sql.run(note, card, type.id, JSON.stringify([`What is number ${card}?`, `It is ${card} of many.`, '']), now)
			sql.run(made, card, ids[card % many] ?? 1, now)
			notes.index(card, { first: '', words: `what is number ${card} it is ${card} of many`, tags: '' })
		}
		const studied =
			'UPDATE card SET state = 2, due = ?, interval = ?, stability = ?, difficulty = ?, reps = 5, last_at = ?, last_day = ? WHERE id = ?'
		for (let card = 1; card <= cards; card++) {
			if (card % 10 === 0) continue
			const ahead = Math.floor(random() * 365)
			const due = day + ahead
			const interval = ahead + 1 + Math.floor(random() * 40)
			const last = due - interval
			sql.run(
				studied,
				due,
				interval,
				interval * (0.8 + random() * 0.4),
				1 + random() * 9,
				last * 86_400_000,
				last,
				card,
			)
		}
		const reviewed =
			'INSERT INTO review (card, at, day, rating, state, elapsed, interval, stability, difficulty, took) VALUES (?, ?, ?, ?, 2, 10, 20, 20, 5, 6000)'
		for (let review = 0; review < reviews; review++) {
			const on = day - 1500 + Math.floor((review / reviews) * 1500)
			sql.run(reviewed, 1 + Math.floor(random() * cards), on * 86_400_000 + review, on, 1 + Math.floor(random() * 4))
		}
	})
	sql.all('PRAGMA cache_size = -2000')
	sql.all('PRAGMA synchronous = FULL')
	sql.all('PRAGMA wal_checkpoint(TRUNCATE)')
}
