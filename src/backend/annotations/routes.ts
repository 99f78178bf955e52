/** The contract's `annotations`. */
import { implement } from '@orpc/server'
import { type Annotation, annotationsContract } from '#contract/annotations.ts'
import type { Parts } from '../parts.ts'
import { withSignal } from '../rpc/signal.ts'
import { atGate } from '../workspace/gate.ts'

export async function annotationsRoutes(parts: Parts) {
	const { changes, gate } = parts.workspace
	const [annotations, work] = await Promise.all([parts.annotations(), parts.work()])
	const os = implement(annotationsContract).use(atGate(gate))
	/** Passes the steps of a work on, and tells the windows in the end, however it ends. */
	async function* followed<T>(steps: Promise<AsyncIterable<T>>): AsyncGenerator<T> {
		try {
			yield* await steps
		} finally {
			changes.look()
		}
	}
	const noted = (annotation: Annotation) => changes.told('annotations', annotation, [annotation.id])
	return os.router({
		notebook: os.notebook.handler(({ input }) => annotations.notebook(input)),
		list: os.list.handler(({ input }) => annotations.list(input.sources, input.ids)),
		recent: os.recent.handler(({ input }) => annotations.recent(input.limit)),
		create: os.create.handler(async ({ input }) => noted(await annotations.create(input))),
		change: os.change.handler(async ({ input }) => noted(await annotations.change(input))),
		remove: os.remove.handler(({ input }) => changes.told('annotations', annotations.remove(input.ids), input.ids)),
		restore: os.restore.handler(async ({ input }) =>
			changes.told('annotations', await annotations.restore(input.ids), input.ids),
		),
		settle: os.settle.handler(async ({ input }) => noted(await annotations.settle(input.id, input.target, input.how))),
		search: os.search.handler(({ input }) => annotations.search(input.query, input.limit)),
		titles: os.titles.handler(({ input }) => annotations.titles(input.words, input.limit)),
		upload: os.upload.handler(({ input, signal }) => work.upload(input, withSignal(signal))),
		import: os.import.handler(({ input, signal }) => followed(work.import(input, withSignal(signal)))),
		export: os.export.handler(({ input, signal }) => work.export(input, withSignal(signal))),
		takeBack: os.takeBack.handler(async ({ input }) => {
			const answer = await work.takeBack(input)
			changes.look()
			return answer
		}),
	})
}
