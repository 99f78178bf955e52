/** The contract's `library`, passed on to its thread. */
import { implement } from '@orpc/server'
import { libraryContract } from '#contract/library.ts'
import type { Parts } from '../parts.ts'
import { withSignal } from '../rpc/signal.ts'
import { atGate } from '../workspace/gate.ts'

export function libraryRoutes({ library, workspace, packSources }: Parts) {
	const os = implement(libraryContract).use(atGate(workspace.gate))
	return os.router({
		list: os.list.handler(({ input, signal }) => library.library.list(input, withSignal(signal))),
		show: os.show.handler(({ input, signal }) => library.library.show(input, withSignal(signal))),
		document: os.document.handler(({ input, signal }) => library.library.document(input, withSignal(signal))),
		comparison: os.comparison.handler(({ input, signal }) => library.library.comparison(input, withSignal(signal))),
		text: os.text.handler(({ input, signal }) => library.library.text(input, withSignal(signal))),
		hashes: os.hashes.handler(({ input, signal }) => library.library.hashes(input, withSignal(signal))),
		packs: os.packs.handler(({ signal }) => library.library.packs(undefined, withSignal(signal))),
		topics: os.topics.handler(({ signal }) => library.library.topics(undefined, withSignal(signal))),
		findings: os.findings.handler(({ signal }) => library.library.findings(undefined, withSignal(signal))),
		check: os.check.handler(({ input, signal }) =>
			library.library.check({ directories: input.directories ?? [...packSources] }, withSignal(signal)),
		),
	})
}
