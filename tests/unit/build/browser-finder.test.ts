import { describe, expect, it } from 'vitest'
import { findBrowser, type Machine, usualPlaces } from '../../setup/browser.ts'

const own = '/cache/ms-playwright/chrome'

function machine(there: string[], given: Partial<Machine> = {}): Machine {
	return { platform: 'linux', env: {}, playwrights: own, exists: (path) => there.includes(path), ...given }
}

describe('the browser for the tests', () => {
	it('is the one that is named, before all others', () => {
		const env = { PARALLAX_BROWSER: '/opt/mine' }
		expect(findBrowser(machine(['/opt/mine', own], { env }))).toBe('/opt/mine')
	})

	it('is no other when the named one is missing', () => {
		const env = { PARALLAX_BROWSER: '/opt/mine' }
		expect(() => findBrowser(machine([own], { env }))).toThrow('PARALLAX_BROWSER names /opt/mine')
	})

	it("is Playwright's own before an installed one", () => {
		expect(findBrowser(machine([own, '/usr/bin/chromium']))).toBe(own)
		expect(findBrowser(machine(['/usr/bin/chromium', '/usr/bin/google-chrome']))).toBe('/usr/bin/chromium')
	})

	it('is found on the PATH', () => {
		const env = { PATH: '/nix/bin:/bin' }
		expect(findBrowser(machine(['/nix/bin/google-chrome'], { env }))).toBe('/nix/bin/google-chrome')
	})

	it.each([
		['darwin', { HOME: '/Users/a' }, '/Users/a/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'],
		['darwin', {}, '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge'],
		['win32', { LOCALAPPDATA: 'C:\\L' }, 'C:\\L\\Chromium\\Application\\chrome.exe'],
		['win32', { 'PROGRAMFILES(X86)': 'C:\\P86' }, 'C:\\P86\\Microsoft\\Edge\\Application\\msedge.exe'],
	] satisfies [NodeJS.Platform, NodeJS.ProcessEnv, string][])('on %s with %j may be at %s', (platform, env, path) => {
		expect(usualPlaces(platform, env)).toContain(path)
		expect(findBrowser(machine([path], { platform, env }))).toBe(path)
	})

	it('is none where there is none', () => {
		expect(findBrowser(machine([]))).toBeUndefined()
	})
})
