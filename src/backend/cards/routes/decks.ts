import type { Deck } from '#contract/cards/decks.ts'
import type { KeptDeck } from '../decks.ts'
import type { CardParts } from './index.ts'

export function decksRoutes({ os, cards, changed }: CardParts) {
	const { decks } = cards
	const now = () => cards.moment().at
	function told(those: readonly KeptDeck[]): Deck[] {
		const loads = cards.study.loads()
		const counts = decks.counts()
		return those.map((deck) => {
			const { new: fresh = 0, learning = 0, review = 0, due = 0 } = loads.get(deck.id) ?? {}
			return { ...deck, due: { new: fresh, learning, review }, overdue: due, cards: counts.get(deck.id) ?? 0 }
		})
	}
	const one = (deck: KeptDeck): Deck => told([deck])[0] as Deck
	return {
		list: os.decks.list.handler(() => told(decks.list())),
		create: os.decks.create.handler(({ input: { name, settings = {}, comparison } }) =>
			changed(one(decks.create(name, settings as Partial<Deck['settings']>, now(), comparison))),
		),
		change: os.decks.change.handler(({ input: { id, ...some } }) =>
			changed(one(decks.change(id, some as Partial<Pick<Deck, 'name' | 'settings'>>, now()))),
		),
		remove: os.decks.remove.handler(({ input }) => changed(decks.remove(input.id, now()))),
	}
}
