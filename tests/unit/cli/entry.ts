/** The command line as a process of its own, on a library that a test has made. */
import { join } from 'node:path'
import { runProcess } from '../../../src/cli/process.ts'
import { sourceWorkers } from '../support/workers.ts'

const folder = process.env.PARALLAX_TEST_FOLDER ?? ''

await runProcess({
	packsDir: join(folder, 'packs'),
	packSources: join(import.meta.dirname, '..', '..', 'fixtures', 'library'),
	rendererDir: join(folder, 'renderer'),
	workers: sourceWorkers,
	version: '9.8.7',
})
