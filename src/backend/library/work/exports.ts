import { implement } from '@orpc/server'
import { exportWork } from '#contract/exports.ts'
import { checkExport, makeExport, previewExport, withinExport } from '../../export/work.ts'
import { withSignal } from '../../rpc/signal.ts'
import type { Loaded } from '../service.ts'

export function exportsWork({ loading, folders }: Loaded) {
	const os = implement(exportWork)
	return os.router({
		check: os.check.handler(async ({ input }) => checkExport(await loading, input)),
		within: os.within.handler(async ({ input }) => withinExport(await loading, input)),
		preview: os.preview.handler(async ({ input, signal }) =>
			previewExport(await loading, input, folders, withSignal(signal)),
		),
		make: os.make.handler(async function* ({ input, signal }) {
			yield* makeExport(await loading, input, folders, signal)
		}),
	})
}
