import type { CardParts } from './index.ts'

export const statisticsRoutes = ({ os, cards, transfers }: CardParts) => ({
	show: os.statistics.show.handler(({ input: { deck, days }, signal }) => {
		const decks = deck === undefined ? {} : { decks: cards.decks.below(deck).map(({ id }) => id) }
		return transfers.statistics({ days, ...decks }, signal)
	}),
})
