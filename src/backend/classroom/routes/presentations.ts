import type { Presentation } from '#contract/classroom/presentations.ts'
import { unbuilt } from '../unbuilt.ts'
import type { ClassroomParts } from './index.ts'

export const presentationsRoutes = ({ os: { presentations: os }, workspace, changed }: ClassroomParts) => {
	const store = workspace.presentations
	const kept = (presentation: Presentation) => changed('presentations', presentation, [presentation.id])
	return {
		list: os.list.handler(() => store.list()),
		show: os.show.handler(({ input }) => store.show(input.id)),
		create: os.create.handler(({ input }) => kept(store.create(input))),
		change: os.change.handler(({ input }) => kept(store.change(input))),
		duplicate: os.duplicate.handler(({ input }) => kept(store.duplicate(input.id))),
		remove: os.remove.handler(({ input }) => changed('presentations', store.remove(input.id), [input.id])),
		restore: os.restore.handler(({ input }) => kept(store.restore(input.id))),
		addImage: os.addImage.handler(({ input }) => ({ id: store.addImage(input) })),
		image: os.image.handler(({ input }) => store.image(input.id)),
		export: os.export.handler(unbuilt),
		save: os.save.handler(unbuilt),
	}
}
