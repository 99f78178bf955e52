/** Electron's runtime: whether it is on this machine, and how to get it there. */
import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { inRoot } from '../lib/paths.ts'
import { run } from '../lib/run.ts'
import { type Progress, progressLine, Stall } from './progress.ts'

const folder = inRoot('node_modules/electron')

/** @returns the path of Electron's program, or undefined when it has not been fetched. */
export function electronPath(env: NodeJS.ProcessEnv = process.env): string | undefined {
	if (env.ELECTRON_EXEC_PATH) return env.ELECTRON_EXEC_PATH
	try {
		const name = readFileSync(join(folder, 'path.txt'), 'utf8')
		const path = join(env.ELECTRON_OVERRIDE_DIST_PATH ?? join(folder, 'dist'), name)
		return existsSync(path) ? path : undefined
	} catch {
		return undefined
	}
}

/**
 * Fetches Electron's runtime, showing how far it is on standard error.
 * @returns undefined when it is there, else why not (completing a sentence after "because")
 */
export async function fetchElectron(): Promise<string | undefined> {
	console.error("Fetching Electron's runtime, about 130 MB, once.")
	const because = await download()
	if (because) return because
	// The download is in Electron's cache now; its own installer checks and unpacks it from there.
	const installed = await run(process.execPath, [join(folder, 'install.js')])
	if (installed.code === 0 && electronPath()) return undefined
	return "Electron's runtime could not be unpacked"
}

function download(): Promise<string | undefined> {
	return new Promise((resolve) => {
		const child = spawn(process.execPath, [inRoot('build/start/download.ts')], {
			stdio: ['ignore', 'pipe', 'ignore'],
			// Managed networks name their proxy in HTTPS_PROXY; Node's fetch heeds it only when told to.
			env: { ...process.env, NODE_USE_ENV_PROXY: '1' },
		})
		const stall = new Stall(() => child.kill())
		const live = process.stderr.isTTY
		let shown = ''
		createInterface({ input: child.stdout }).on('line', (line) => {
			const progress = JSON.parse(line) as Progress
			stall.note(progress.transferred)
			const now = progressLine(progress, live ? 1 : 10)
			if (now !== shown) process.stderr.write(live ? `\r${now}` : `${now}\n`)
			shown = now
		})
		child.on('close', (code) => {
			stall.end()
			if (live && shown) process.stderr.write('\n')
			if (stall.stalled) resolve("fetching Electron's runtime stood still for 20 seconds")
			else resolve(code === 0 ? undefined : "Electron's runtime could not be fetched")
		})
	})
}
