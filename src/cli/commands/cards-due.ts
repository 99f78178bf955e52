import type { Deck } from '#contract/cards/decks.ts'
import type { Command } from '../command.ts'
import { columns, count } from '../text.ts'
import { suggestion, Usage } from '../usage.ts'

/** @returns the decks of this name and below it. @throws Usage where there is none */
function named(decks: readonly Deck[], name: string): Deck[] {
	const found = decks.filter((deck) => deck.name === name || deck.name.startsWith(`${name}::`))
	if (found.length) return found
	const known = decks.map((deck) => deck.name)
	throw new Usage(`There is no deck “${name}”.`, known.length ? suggestion(name, known) : 'There are no decks yet.')
}

export const cardsDue: Command = {
	words: ['cards', 'due'],
	takes: '[--deck NAME]',
	summary: 'how many cards are due today, deck by deck',
	options: ['deck'],
	operands: [0, 0],
	async run({ values, io, open, answer }) {
		const client = await open()
		const all = await client.cards.decks.list(undefined, { signal: io.stop })
		const decks = typeof values.deck === 'string' ? named(all, values.deck) : all
		const scope = decks === all ? {} : { decks: decks.map(({ id }) => id) }
		const { today, due } = await client.cards.study.next(scope, { signal: io.stop })
		const rows = decks.map(({ name, due: { new: fresh, learning, review } }) => ({
			name,
			new: fresh,
			learning,
			review,
		}))
		await answer({ today, due, decks: rows }, () => {
			if (rows.length === 0) return 'There are no cards yet.\n'
			const table = columns(
				rows.map((row) => [row.name, `${row.new} new`, `${row.learning} learning`, count(row.review, 'review')]),
				io.width,
			)
			return `${table}\n${due.new + due.learning + due.review} due today.\n`
		})
		return 0
	},
}
