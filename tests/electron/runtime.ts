/** What the desktop app can be run with on this machine: real Electron, a launcher that stands in for it, or nothing. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

export const appDir = join(import.meta.dirname, '..', '..')

export type Runtime =
	| { kind: 'electron'; executable: string }
	| { kind: 'stand-in'; launcher: string }
	| { kind: 'none'; because: string }

/** @returns the best runtime there is. Electron's package is never imported: that alone would start a download. */
export function findRuntime(env: NodeJS.ProcessEnv = process.env): Runtime {
	const executable = electronProgram()
	const display = process.platform !== 'linux' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY)
	if (executable && display) return { kind: 'electron', executable }
	if (env.ELECTRON_LAUNCHER) return { kind: 'stand-in', launcher: pathToFileURL(env.ELECTRON_LAUNCHER).href }
	const lacking = executable
		? 'there is no display to open a window on'
		: "Electron's runtime is not here (npx install-electron fetches it)"
	return { kind: 'none', because: `${lacking}, and ELECTRON_LAUNCHER names no stand-in` }
}

function electronProgram(): string | undefined {
	const folder = join(appDir, 'node_modules', 'electron')
	try {
		const executable = join(folder, 'dist', readFileSync(join(folder, 'path.txt'), 'utf8'))
		return existsSync(executable) ? executable : undefined
	} catch {
		return undefined
	}
}
