/** The contract's `dataFolder`. */
import { implement } from '@orpc/server'
import { dataFolderContract } from '#contract/data-folder.ts'
import type { Parts } from '../parts.ts'
import { atGate } from '../workspace/gate.ts'
import { DataFolderService } from './service.ts'

export function dataFolderRoutes({ workspace, note, actions }: Parts) {
	const os = implement(dataFolderContract).use(atGate(workspace.gate))
	const dataFolder = new DataFolderService(workspace.dataDir, note, actions)
	return os.router({
		describe: os.describe.handler(() => dataFolder.describe()),
		check: os.check.handler(({ input }) => dataFolder.check(input.path)),
		change: os.change.handler(({ input }) => dataFolder.change(input.path)),
		forget: os.forget.handler(() => dataFolder.forget()),
		choose: os.choose.handler(() => dataFolder.choose()),
		open: os.open.handler(() => dataFolder.open()),
	})
}
