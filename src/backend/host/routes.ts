/** The contract's `host`. */
import { implement } from '@orpc/server'
import { hostContract } from '#contract/host.ts'
import { cannot } from '../data-folder/service.ts'
import type { Parts } from '../parts.ts'
import { atGate } from '../workspace/gate.ts'
import { diagnostics } from './diagnostics.ts'

export function hostRoutes({ host, actions, library, workspace, notices }: Parts) {
	const os = implement(hostContract).use(atGate(workspace.gate))
	return os.router({
		describe: os.describe.handler(() => host),
		diagnostics: os.diagnostics.handler(async () => ({ report: await diagnostics(host, library, workspace) })),
		notices: os.notices.handler(notices),
		restart: os.restart.handler(() => {
			if (!actions.restart) throw cannot('start itself again', 'Close it and start it again yourself.')
			actions.restart()
		}),
	})
}
