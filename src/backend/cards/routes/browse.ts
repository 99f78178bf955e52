import type { CardParts } from './index.ts'
import { unbuilt } from './unbuilt.ts'

export const browseRoutes = ({ os: { cards: os }, cards, transfers, changed }: CardParts) => ({
	find: os.browse.find.handler(unbuilt),
	tags: os.browse.tags.handler(unbuilt),
	act: os.browse.act.handler(unbuilt),
	undo: os.browse.undo.handler(async ({ input: { token } }) => {
		if (!cards.acts.isLarge(token)) return changed({ cards: cards.notes.undo(token) })
		const undone = await transfers.undo(token)
		cards.types.forget()
		return changed(undone)
	}),
})
