/** A writer killed at a moment of its own choosing, and what is left of its work. */
import { expect } from 'vitest'
import { startChild } from './child.ts'
import { withDatabase } from './workspaces.ts'

/** Who writes, and how what was said is found again. */
const writers = {
	visits: { script: 'writer.ts', said: 'SELECT address AS said FROM visit' },
	annotations: {
		script: 'annotator.ts',
		// Whole: with its target, the text that it stands in, and its words.
		said: `SELECT json_extract(json, '$.body[0].value') AS said FROM annotation
			JOIN annotation_target ON annotation = number JOIN canonical_text ON hash = made_on
			JOIN annotation_words ON annotation_words.rowid = number`,
	},
	reviews: {
		script: 'studier.ts',
		// Whole: with its card as answered, and the card’s sibling buried.
		said: `SELECT '/' || name || '/' || took AS said FROM review JOIN card ON card.id = review.card
			JOIN card AS sibling ON sibling.note = card.note AND sibling.id <> card.id JOIN deck ON deck.id = card.deck
			WHERE card.reps = 1 AND card.state = 2 AND card.stability = review.stability AND sibling.hold = 2`,
	},
} as const

/**
 * Starts a process that writes and says what it has written, kills it once it has said a random number of words, and expects
 * all of it to be there and the data file to be whole.
 * @returns how many writes it acknowledged
 */
export async function killWhileWriting(
	dataDir: string,
	round: number,
	what: keyof typeof writers = 'visits',
): Promise<number> {
	const child = startChild(writers[what].script, dataDir, `round-${round}`)
	const enough = String(Math.floor(Math.random() * 120))
	await child.line((line) => line === enough)
	await child.kill()
	const acknowledged = child.lines.filter((line) => /^\d+$/.test(line)).map((line) => `/round-${round}/${line}`)
	const kept = withDatabase(dataDir, (database) => {
		expect(database.prepare('PRAGMA integrity_check').get()).toEqual({ integrity_check: 'ok' })
		return new Set(
			database
				.prepare(writers[what].said)
				.all()
				.map(({ said }) => said),
		)
	})
	expect(acknowledged.filter((address) => !kept.has(address))).toEqual([])
	return acknowledged.length
}

/** Expects that each card has as many reviews as it says, and that nothing is buried without a review. */
export function expectWholeReviews(dataDir: string): void {
	const halves = withDatabase(dataDir, (database) =>
		database
			.prepare(
				`SELECT id FROM card WHERE reps <> (SELECT count(*) FROM review WHERE review.card = card.id)
				 OR hold = 2 AND NOT EXISTS (SELECT 1 FROM review JOIN card AS other ON other.id = review.card WHERE other.note = card.note)`,
			)
			.all(),
	)
	expect(halves).toEqual([])
}
