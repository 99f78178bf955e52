import { planFor } from '../plan.ts'
import type { CardParts } from './index.ts'

export const studyRoutes = ({ os, cards, changed }: CardParts) => ({
	next: os.study.next.handler(({ input }) => cards.study.next(input.decks)),
	answer: os.study.answer.handler(({ input: { decks, ...answer } }) => changed(cards.study.answer(decks, answer))),
	undo: os.study.undo.handler(({ input }) => changed(cards.study.undo(input.decks))),
	plan: os.study.plan.handler(({ input }) => planFor(cards, input)),
})
