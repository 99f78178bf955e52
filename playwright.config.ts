/** End-to-end specs in a browser, and specs of the desktop app. They run against `out/`: build first (`npm run build`). */
import { defineConfig } from '@playwright/test'
import { findBrowser, testArguments } from './tests/setup/browser.ts'

const executablePath = findBrowser()

export default defineConfig({
	testDir: 'tests',
	outputDir: 'test-results',
	forbidOnly: Boolean(process.env.PARALLAX_REPORT),
	fullyParallel: false,
	workers: 2,
	// A build machine may be busy with other things: there a failed attempt is printed, and a second one decides.
	retries: process.env.CI ? 1 : 0,
	timeout: 90_000,
	expect: { timeout: 10_000 },
	reporter: [['list']],
	use: {
		viewport: { width: 1280, height: 800 },
		locale: 'en-GB',
		screenshot: 'only-on-failure',
		launchOptions: { ...(executablePath ? { executablePath } : {}), args: testArguments },
	},
	projects: [
		{ name: 'e2e', testDir: 'tests/e2e' },
		{ name: 'electron', testDir: 'tests/electron' },
		{ name: 'slow', testDir: 'tests/slow', timeout: 600_000 },
	],
})
