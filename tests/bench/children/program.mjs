/**
 * The built program in a process of its own, as a host opens it: writes a line of JSON at each moment of its start, then
 * does what its parent sends line by line. Plain JavaScript, because Node takes time to read anything else.
 * Arguments: the built module that holds openBackend, the entries of its workers, the workspace folder, the folder of packs.
 */
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { pathToFileURL } from 'node:url'

const [module, libraryWorker, annotationsWorker, dataDir, packsDir] = process.argv.slice(2)
const say = (moment) => process.stdout.write(`${JSON.stringify(moment)}\n`)

const parts = await import(pathToFileURL(module).href)
const openBackend = Object.values(parts).find((part) => part.name === 'openBackend')

// As fine as it gets: the histogram counts nanoseconds from one run of a timer to the next.
const resolution = 1
const delay = monitorEventLoopDelay({ resolution })
delay.enable()
const { client } = await openBackend({
	dataDir,
	packsDir,
	workers: { library: pathToFileURL(libraryWorker), annotations: pathToFileURL(annotationsWorker) },
	host: {
		name: 'browser',
		version: '0.0.0',
		capabilities: { nativeMenus: false, printToPdf: false, secondScreen: false },
	},
})
await client.workspace.settings.read()
say({ moment: 'settings' })
await client.library.list({ kind: 'comparison' })
say({ moment: 'library' })

const { createInterface } = await import('node:readline')
for await (const line of createInterface({ input: process.stdin })) {
	const { query, comparison } = JSON.parse(line)
	const from = performance.now()
	if (query) await client.search.query({ query, limit: 20 })
	if (comparison) await client.library.comparison({ id: comparison })
	const took = performance.now() - from
	// The delay is noted when the timer that was late has run.
	await new Promise((resolve) => setTimeout(resolve, 5 * resolution))
	const longestDelay = Math.max(0, delay.max / 1e6 - resolution)
	delay.reset()
	say({ took, longestDelay, memory: process.memoryUsage().rss / 1e6 })
}
process.exit(0)
