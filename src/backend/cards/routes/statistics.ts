import type { CardParts } from './index.ts'
import { unbuilt } from './unbuilt.ts'

export const statisticsRoutes = ({ os: { cards: os } }: CardParts) => ({
	show: os.statistics.show.handler(unbuilt),
	fit: os.statistics.fit.handler(unbuilt),
	forget: os.statistics.forget.handler(unbuilt),
})
