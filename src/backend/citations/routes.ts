/** The contract's `citations`, passed on to the library's thread. */
import { implement } from '@orpc/server'
import { citationsContract } from '#contract/citations.ts'
import type { Parts } from '../parts.ts'
import { withSignal } from '../rpc/signal.ts'
import { atGate } from '../workspace/gate.ts'

export function citationsRoutes({ library, workspace }: Parts) {
	const os = implement(citationsContract).use(atGate(workspace.gate))
	return os.router({
		cite: os.cite.handler(({ input, signal }) => library.citations.cite(input, withSignal(signal))),
		list: os.list.handler(({ input, signal }) => library.citations.list(input, withSignal(signal))),
		file: os.file.handler(({ input, signal }) => library.citations.file(input, withSignal(signal))),
	})
}
