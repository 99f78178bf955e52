/** Makes sure that there is a browser for the end-to-end tests. */
import { existsSync } from 'node:fs'
import { findBrowser } from '../../tests/setup/browser.ts'
import { binOf } from '../lib/bins.ts'
import { run, runNode } from '../lib/run.ts'

/** @returns undefined when there is a browser that starts, else why there is none. */
export async function ensureBrowser(): Promise<string | undefined> {
	if (await works(findBrowser())) return undefined
	console.log('No browser for the end-to-end tests was found: installing one.')
	const playwrights = await runNode([binOf('@playwright/test', 'playwright'), 'install', 'chromium'])
	if (await works(findBrowser())) return undefined
	const debian = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')
	if (debian) {
		const env = { DEBIAN_FRONTEND: 'noninteractive' }
		await run('apt-get', ['update'], { env })
		const installed = await run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], { env })
		if (await works('/usr/bin/chromium')) {
			// Playwright's own may have been fetched and not start, for want of libraries that Debian's brings along.
			process.env.PARALLAX_BROWSER = '/usr/bin/chromium'
			return undefined
		}
		return `Chromium could not be installed with apt-get.\n${installed.output.trim()}`
	}
	const advice = 'Install Chromium or Chrome, or name one in PARALLAX_BROWSER.'
	return `Playwright could not install its Chromium. ${advice}\n${playwrights.output.trim()}`
}

/** On Linux a browser may be there and lack libraries; elsewhere asking for the version would open a window. */
async function works(browser: string | undefined): Promise<boolean> {
	if (!browser) return false
	return process.platform !== 'linux' || (await run(browser, ['--version'])).code === 0
}
