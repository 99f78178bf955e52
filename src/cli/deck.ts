import type { Deck } from '#contract/cards/decks.ts'
import type { Client } from '#contract/index.ts'
import { Refusal } from './refusal.ts'
import { suggestion } from './usage.ts'

/** @returns the deck that --deck names, or undefined without one. @throws Refusal when there is none of that name */
export async function deckNamed(name: string | true | undefined, { cards }: Client): Promise<Deck | undefined> {
	if (name === undefined) return undefined
	const decks = await cards.decks.list()
	const deck = decks.find((each) => each.name === name)
	if (deck) return deck
	const names = decks.map((each) => each.name)
	throw new Refusal(`There is no deck “${name}”.`, suggestion(String(name), names))
}
