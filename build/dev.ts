/** `npm run dev`: the desktop app with hot reload of the windows and restarts when the program changes. */
import { mkdirSync } from 'node:fs'
import { forgetBuild } from './ensure.ts'
import { binOf } from './lib/bins.ts'
import { inRoot } from './lib/paths.ts'
import { runNode } from './lib/run.ts'
import { assetRows, BuildFailure, runSteps } from './lib/steps.ts'
import { electronPath, fetchElectron } from './start/electron.ts'

const obstacle = electronPath() ? undefined : await fetchElectron()
if (obstacle) {
	console.error(`The desktop app cannot run, because ${obstacle}. Use "npm run dev:browser" instead.`)
	process.exit(1)
}
try {
	mkdirSync(inRoot('out'), { recursive: true })
	// electron-vite puts its development bundles where the build has its own.
	forgetBuild()
	await runSteps(assetRows)
} catch (error) {
	if (!(error instanceof BuildFailure)) throw error
	console.error(error.message)
	process.exit(1)
}
// Ctrl+C reaches electron-vite by itself; this process ends with it.
process.on('SIGINT', () => {})
const args = process.argv.slice(2)
const appArgs = args.length > 0 ? ['--', ...args] : []
const { code } = await runNode([binOf('electron-vite'), 'dev', '--watch', ...appArgs], { show: true })
process.exitCode = code
