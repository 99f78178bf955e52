import { unbuilt } from '../unbuilt.ts'
import type { ClassroomParts } from './index.ts'

export const presentationsRoutes = ({ os: { presentations: os } }: ClassroomParts) => ({
	list: os.list.handler(unbuilt),
	show: os.show.handler(unbuilt),
	create: os.create.handler(unbuilt),
	change: os.change.handler(unbuilt),
	duplicate: os.duplicate.handler(unbuilt),
	remove: os.remove.handler(unbuilt),
	restore: os.restore.handler(unbuilt),
	addImage: os.addImage.handler(unbuilt),
	image: os.image.handler(unbuilt),
	export: os.export.handler(unbuilt),
	save: os.save.handler(unbuilt),
})
