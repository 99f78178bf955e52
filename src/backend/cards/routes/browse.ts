import type { CardParts } from './index.ts'
import { unbuilt } from './unbuilt.ts'

export const browseRoutes = ({ os: { cards: os }, cards, changed }: CardParts) => ({
	find: os.browse.find.handler(unbuilt),
	tags: os.browse.tags.handler(unbuilt),
	act: os.browse.act.handler(unbuilt),
	undo: os.browse.undo.handler(({ input }) => changed({ cards: cards.notes.undo(input.token) })),
})
