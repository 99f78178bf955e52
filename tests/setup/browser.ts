/** Finds a Chromium for the tests: one that is named, Playwright's own, or one that is installed. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from 'playwright-core'

/**
 * What Chromium shall do without. Its last list alone counts: what Playwright leaves out stands here again. The popups of the
 * address bar are pages of their own, laid out for every window before anyone types: a second of work for each test.
 */
const without = [
	'AimEnabled',
	'AvoidCorsURLLoaderRestartOnRedirect',
	'AvoidUnnecessaryBeforeUnloadCheckSync',
	'DestroyProfileOnBrowserClose',
	'HttpsFirstBalancedModeAutoEnable',
	'HttpsUpgrades',
	'LensOverlay',
	'MediaRouter',
	'NetworkTimeServiceQuerying',
	'OptimizationHints',
	'PaintHolding',
	'PreconnectToSearch',
	'ThirdPartyStoragePartitioning',
	'WebUIOmniboxAimPopup',
	'WebUIOmniboxPopup',
]

/** Arguments for every browser that a test starts. The sandbox is off because tests also run as root, in containers. */
export const testArguments = [
	'--no-sandbox',
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
	`--disable-features=${without.join(',')}`,
]

export interface Machine {
	platform: NodeJS.Platform
	env: NodeJS.ProcessEnv
	/** Where Playwright would have put its own Chromium. */
	playwrights: string
	exists: (path: string) => boolean
}

const thisMachine = (): Machine => ({
	platform: process.platform,
	env: process.env,
	playwrights: chromium.executablePath(),
	exists: existsSync,
})

/** @returns where Chromium, Chrome and Edge usually are on a system, best first. */
export function usualPlaces(platform: NodeJS.Platform, env: NodeJS.ProcessEnv): string[] {
	if (platform === 'darwin') {
		const apps = ['Chromium', 'Google Chrome', 'Microsoft Edge']
		const folders = ['/Applications', ...(env.HOME ? [join(env.HOME, 'Applications')] : [])]
		return folders.flatMap((folder) => apps.map((app) => `${folder}/${app}.app/Contents/MacOS/${app}`))
	}
	if (platform === 'win32') {
		const folders = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter((folder) => folder)
		const programs = ['Chromium\\Application\\chrome.exe', 'Google\\Chrome\\Application\\chrome.exe']
		return [...programs, 'Microsoft\\Edge\\Application\\msedge.exe'].flatMap((program) =>
			folders.map((folder) => `${folder}\\${program}`),
		)
	}
	const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge-stable']
	const folders = [...(env.PATH ?? '').split(':').filter((folder) => folder), '/usr/bin', '/snap/bin']
	return names.flatMap((name) => folders.map((folder) => `${folder}/${name}`))
}

/**
 * @returns the path of a browser's program, or undefined when there is none
 * @throws Error when PARALLAX_BROWSER names a file that is not there
 */
export function findBrowser({ platform, env, playwrights, exists }: Machine = thisMachine()): string | undefined {
	const named = env.PARALLAX_BROWSER
	if (named && !exists(named)) throw new Error(`PARALLAX_BROWSER names ${named}, and there is no such file.`)
	return named || [playwrights, ...usualPlaces(platform, env)].find(exists)
}
