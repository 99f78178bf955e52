/**
 * The browser host in a process of its own, serving several folders of pages to compare, each on a port of its own.
 * Arguments: the workspace folder, the folder of compiled packs, folders of pages. Ends when its parent lets go of it.
 */
import { pathToFileURL } from 'node:url'
import { openBackend } from '#backend/index.ts'
import { builtWorkers } from '#backend/workers.ts'
import { noCapabilities } from '#contract/host.ts'
import { startServer } from '#server/index.ts'
import { inRoot } from '../../../build/lib/paths.ts'

const [dataDir = '', packsDir = '', ...pages] = process.argv.slice(2)
const backend = await openBackend({
	dataDir,
	packsDir,
	workers: builtWorkers(pathToFileURL(inRoot('out/main/index.js')).href),
	host: {
		name: 'browser',
		version: '0.0.0',
		capabilities: noCapabilities,
	},
})
// The first window finds a program that is ready: what its start takes is measured elsewhere.
await backend.client.library.list({})
const servers = await Promise.all(pages.map((rendererDir) => startServer({ backend, rendererDir })))
console.log(JSON.stringify(servers.map(({ url }) => url)))
process.stdin.on('end', () => process.exit(0)).resume()
