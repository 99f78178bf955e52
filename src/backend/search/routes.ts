/** The contract's `search`, passed on to the library's thread. */
import { implement } from '@orpc/server'
import { searchContract } from '#contract/search.ts'
import type { Parts } from '../parts.ts'
import { withSignal } from '../rpc/signal.ts'
import { atGate } from '../workspace/gate.ts'

export function searchRoutes({ library, workspace }: Parts) {
	const os = implement(searchContract).use(atGate(workspace.gate))
	return os.router({
		query: os.query.handler(({ input, signal }) => library.search.query(input, withSignal(signal))),
	})
}
