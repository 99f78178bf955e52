/** Which host `npm start` opens, and why: decided from facts alone, so that every sentence can be tested. */

export interface Facts {
	/** What PARALLAX_HOST says, if anything. */
	asked: string | undefined
	platform: NodeJS.Platform
	/** Whether this process runs as the administrator of a Unix system. */
	root: boolean
	/** Whether there is a screen to open a window on. */
	display: boolean
	/** Whether Electron's runtime is on this machine. */
	electron: boolean
}

export type Choice =
	| { host: 'desktop' /** A refusal ends the start instead of falling back. */; firm: boolean }
	/** The desktop app, once its runtime has been fetched. */
	| { host: 'fetch'; firm: boolean }
	/** `because` completes the sentence "… in your browser, because …". */
	| { host: 'browser'; because: string }
	| { host: 'none'; sentence: string }

/** @returns the host to open. */
export function chooseHost({ asked, platform, root, display, electron }: Facts): Choice {
	if (asked && asked !== 'desktop' && asked !== 'browser') {
		return { host: 'none', sentence: `PARALLAX_HOST is "${asked}"; set it to desktop or browser, or leave it out.` }
	}
	if (asked === 'browser') return { host: 'browser', because: 'PARALLAX_HOST asks for it' }
	if (asked !== 'desktop') {
		if (root) return { host: 'browser', because: "Electron's sandbox does not work for the root user" }
		if (!display) return { host: 'browser', because: 'there is no display to open a window on' }
		if (!hasElectron(platform)) return { host: 'browser', because: `Electron does not exist for ${platform}` }
	}
	return { host: electron ? 'desktop' : 'fetch', firm: asked === 'desktop' }
}

const hasElectron = (platform: NodeJS.Platform): boolean => ['linux', 'darwin', 'win32'].includes(platform)

/** @returns whether a window can be opened, going by the environment (Linux), else by the system. */
export function hasDisplay(platform: NodeJS.Platform, env: NodeJS.ProcessEnv): boolean {
	return platform === 'darwin' || platform === 'win32' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY)
}
