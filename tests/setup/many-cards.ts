/** A large collection of Anki's, for specs. */
import type { CollectionSpec } from './anki.ts'

/** @returns a collection of plain notes with a card each, in one deck, none of them studied. */
export function manyCards(count: number): CollectionSpec {
	const numbers = Array.from({ length: count }, (_, index) => index + 1)
	return {
		crt: 1_600_000_000,
		types: [
			{
				id: 1_500_000_000_009,
				name: 'Plain',
				fields: ['Front', 'Back'],
				templates: [{ name: 'Card 1', front: '{{Front}}', back: '{{Back}}' }],
			},
		],
		decks: { 1: 'Default', 2: 'Large' },
		notes: numbers.map((id) => ({
			id,
			guid: `many-${id}`,
			type: 1_500_000_000_009,
			fields: [`Question ${id}`, `Answer ${id}`],
		})),
		cards: numbers.map((id) => ({ id, note: id, deck: 2, due: id })),
	}
}
