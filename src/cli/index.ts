/** The command line's entry: says where the built program has its parts. */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { builtWorkers } from '#backend/workers.ts'
import { runProcess } from './process.ts'

// This file is built to out/main/cli.js, beside the workers.
const beside = (path: string): string => fileURLToPath(new URL(path, import.meta.url))
const { version } = JSON.parse(readFileSync(beside('../../package.json'), 'utf8')) as { version: string }

await runProcess({
	packsDir: beside('../packs/'),
	packSources: beside('../../resources/packs/'),
	rendererDir: beside('../renderer/'),
	workers: builtWorkers(import.meta.url),
	noticesFile: beside('../notices.json'),
	version,
})
