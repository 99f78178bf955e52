/** What is due, added up. */
import type { Deck, DueCounts } from '#contract/cards/decks.ts'

/** @returns the counts of all these decks together. */
export const dueOf = (decks: readonly Pick<Deck, 'due'>[]): DueCounts =>
	decks.reduce(
		(sum, { due }) => ({
			new: sum.new + due.new,
			learning: sum.learning + due.learning,
			review: sum.review + due.review,
		}),
		{ new: 0, learning: 0, review: 0 },
	)

/** @returns how many cards that is. */
export const leftOf = (due: DueCounts): number => due.new + due.learning + due.review
