/** What the desktop app understands on its command line. Chromium's own switches stand beside ours and are let through. */
import { join, resolve } from 'node:path'

export interface Arguments {
	/** The workspace folder, where it was named: `--data DIR`. */
	data: string | undefined
	/** Where Chromium shall keep its profile: its own switch `--user-data-dir=DIR`. */
	userDataDir: string | undefined
}

/**
 * @param argv the process's arguments
 * @param cwd folder that relative paths start from
 */
export function parseArguments(argv: readonly string[], cwd: string): Arguments {
	const named = (name: string) => {
		const at = argv.findLastIndex((word) => word === `--${name}` || word.startsWith(`--${name}=`))
		const value = argv[at]?.includes('=') ? argv[at].slice(name.length + 3) : argv[at + 1]
		return at < 0 || !value || value.startsWith('--') ? undefined : resolve(cwd, value)
	}
	return { data: named('data'), userDataDir: named('user-data-dir') }
}

/**
 * Chromium's profile (caches, its lock) lies inside the workspace, so that two workspaces can be open side by side and nothing is
 * left behind when the folder goes; unless a profile was named, as tests do.
 */
export const profileDir = (dataDir: string, named: string | undefined): string => named ?? join(dataDir, '.desktop')
