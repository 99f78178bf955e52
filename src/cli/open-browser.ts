/** Opens an address in the reader's own browser, where there is one to open. */
import { spawn } from 'node:child_process'

/** @returns whether this is a place where somebody could see a browser: not CI, and a display on Linux. */
export function canOpenBrowser(env: NodeJS.ProcessEnv, platform: NodeJS.Platform = process.platform): boolean {
	if (env.CI && env.CI !== 'false') return false
	return platform === 'win32' || platform === 'darwin' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY)
}

/** @returns the system's own opener and its arguments. No shell is involved: an address is never a command. */
export function openerOf(address: string, platform: NodeJS.Platform = process.platform): [string, string[]] {
	if (platform === 'win32') return ['rundll32', ['url.dll,FileProtocolHandler', address]]
	return [platform === 'darwin' ? 'open' : 'xdg-open', [address]]
}

/** Opens `address`; when that fails nothing happens, because the address has been printed as well. */
export function openBrowser(address: string): void {
	const [program, programArguments] = openerOf(address)
	const opener = spawn(program, programArguments, { detached: true, stdio: 'ignore' })
	opener.on('error', () => {})
	opener.unref()
}
