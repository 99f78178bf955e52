import type { CardParts } from './index.ts'
import { unbuilt } from './unbuilt.ts'

export const transferRoutes = ({ os: { cards: os } }: CardParts) => ({
	begin: os.transfer.begin.handler(unbuilt),
	part: os.transfer.part.handler(unbuilt),
	drop: os.transfer.drop.handler(unbuilt),
	preview: os.transfer.preview.handler(unbuilt),
	import: os.transfer.import.handler(unbuilt),
	export: os.transfer.export.handler(unbuilt),
})
