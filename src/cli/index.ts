/** The command line's entry: says where the built program has its parts. */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { runProcess } from './process.ts'

// This file is built to out/main/cli.js, beside the worker.
const beside = (path: string): string => fileURLToPath(new URL(path, import.meta.url))
const { version } = JSON.parse(readFileSync(beside('../../package.json'), 'utf8')) as { version: string }

await runProcess({
	packsDir: beside('../packs/'),
	packSources: beside('../../resources/packs/'),
	rendererDir: beside('../renderer/'),
	worker: new URL('./library-worker.js', import.meta.url),
	noticesFile: beside('../notices.json'),
	version,
})
