import type { CardParts } from './index.ts'

export function statisticsRoutes({ os, cards, transfers, changed }: CardParts) {
	const adopted = async (parameters: number[]) => changed(changed(await transfers.adopt(parameters)), 'settings')
	return {
		show: os.statistics.show.handler(({ input: { deck, days }, signal }) => {
			const decks = deck === undefined ? {} : { decks: cards.decks.below(deck).map(({ id }) => id) }
			return transfers.statistics({ days, ...decks }, signal)
		}),
		enough: os.statistics.enough.handler(({ signal }) => transfers.enough(signal)),
		fit: os.statistics.fit.handler(({ signal }) => transfers.fit(signal)),
		adopt: os.statistics.adopt.handler(({ input }) => adopted(input.parameters)),
		forget: os.statistics.forget.handler(() => adopted([])),
	}
}
