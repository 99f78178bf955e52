/**
 * The program as a host opens it, with the thread of its library: says as one line of JSON which modules were loaded until settings
 * could be read and the library be listed. Argument: a folder for the workspace.
 */
import { registerHooks } from 'node:module'
import type { HostDescription } from '#contract/host.ts'
import { sourceWorkers } from '../workers.ts'

const [folder = ''] = process.argv.slice(2)
const loaded: string[] = []
registerHooks({
	load(url, context, next) {
		loaded.push(url)
		return next(url, context)
	},
})
// What the thread loads, which has hooks of its own.
await import('#backend/library/service.ts')
await import('#backend/library/work/library.ts')
const { openBackend } = await import('#backend/index.ts')
const { client } = await openBackend({
	dataDir: `${folder}/workspace`,
	packsDir: `${folder}/packs`,
	workers: sourceWorkers,
	host: {} as HostDescription,
})
await client.workspace.settings.read()
console.log(JSON.stringify(loaded))
process.exit(0)
