/** The contract's `presentations`. */
import { implement } from '@orpc/server'
import { type Presentation, presentationsContract } from '#contract/classroom/presentations.ts'
import type { Parts } from '../../parts.ts'
import { atGate } from '../../workspace/gate.ts'
import { PresentationExports } from '../exports.ts'
import { PresentationStore } from '../store.ts'

export async function presentationsRoutes({ workspace, library, actions, ...shared }: Parts) {
	const { sql, changes, gate } = workspace
	const os = implement(presentationsContract).use(atGate(gate))
	const store = new PresentationStore(sql)
	const exports = new PresentationExports({ store, library, actions, exports: await shared.exports() })
	const kept = (presentation: Presentation) => changes.told('presentations', presentation, [presentation.id])
	return os.router({
		list: os.list.handler(() => store.list()),
		show: os.show.handler(({ input }) => store.show(input.id)),
		create: os.create.handler(({ input }) => kept(store.create(input))),
		change: os.change.handler(({ input }) => kept(store.change(input))),
		duplicate: os.duplicate.handler(({ input }) => kept(store.duplicate(input.id))),
		remove: os.remove.handler(({ input }) => changes.told('presentations', store.remove(input.id), [input.id])),
		restore: os.restore.handler(({ input }) => kept(store.restore(input.id))),
		addImage: os.addImage.handler(({ input }) => ({ id: store.addImage(input) })),
		image: os.image.handler(({ input }) => store.image(input.id)),
		export: os.export.handler(({ input, signal }) => exports.run(input, signal)),
		save: os.save.handler(({ input, signal }) => exports.save(input, signal)),
	})
}
