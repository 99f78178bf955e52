/** The contract's `exports`. */
import { implement } from '@orpc/server'
import { exportsContract } from '#contract/exports.ts'
import type { Parts } from '../parts.ts'
import { atGate } from '../workspace/gate.ts'

export async function exportsRoutes(parts: Parts) {
	const { store, changes, gate } = parts.workspace
	const exports = await parts.exports()
	const os = implement(exportsContract).use(atGate(gate))
	return os.router({
		check: os.check.handler(({ input }) => exports.check(input)),
		preview: os.preview.handler(({ input, signal }) => exports.preview(input, signal)),
		run: os.run.handler(({ input, signal }) => exports.run(input, signal)),
		save: os.save.handler(({ input, signal }) => exports.save(input, signal)),
		show: os.show.handler(({ input }) => exports.show(input.file)),
		fillIn: os.fillIn.handler(({ input }) => changes.told('references', store.fillIn(input))),
	})
}
