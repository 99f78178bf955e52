import type { CardParts } from './index.ts'
import { unbuilt } from './unbuilt.ts'

export const studyRoutes = ({ os: { cards: os } }: CardParts) => ({
	next: os.study.next.handler(unbuilt),
	answer: os.study.answer.handler(unbuilt),
	undo: os.study.undo.handler(unbuilt),
	plan: os.study.plan.handler(unbuilt),
})
