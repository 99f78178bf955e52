import { actOn } from '../browse/bulk.ts'
import type { CardParts } from './index.ts'

/** Acts on more cards than these take longer than a window should wait. */
const mostHere = 500

export const browseRoutes = ({ os, cards, transfers, changed }: CardParts) => ({
	find: os.browse.find.handler(({ input }) => cards.browser.find(input)),
	tags: os.browse.tags.handler(() => cards.browser.tags()),
	act: os.browse.act.handler(async ({ input: { which, act } }) => {
		const many = 'ids' in which ? which.ids.length : cards.browser.count(which.filter, cards.moment())
		return changed(many > mostHere ? await transfers.act(which, act) : actOn(cards, which, act))
	}),
	undo: os.browse.undo.handler(async ({ input: { token } }) => {
		if (cards.acts.isOfSettings(token)) return changed(changed(await transfers.undo(token)), 'settings')
		if (!cards.acts.isLarge(token)) return changed({ cards: cards.notes.undo(token) })
		const undone = await transfers.undo(token)
		cards.types.forget()
		return changed(undone)
	}),
})
