/** Runs Vitest and Playwright, each with a reporter that leaves its results for the sum. */
import { findBrowser } from '../../tests/setup/browser.ts'
import { binOf } from '../lib/bins.ts'
import { inRoot } from '../lib/paths.ts'
import { runNode } from '../lib/run.ts'
import { reportVariable, takeReport } from './report-file.ts'
import { type Result, settle } from './results.ts'

/** @param projects which of vitest.config.ts's */
export function runVitest(projects: readonly string[]): Promise<Result[]> {
	const reporter = `--reporter=${inRoot('build/test/vitest-reporter.ts')}`
	const chosen = projects.map((project) => `--project=${project}`)
	return runTests('vitest', [binOf('vitest'), 'run', '--silent=passed-only', reporter, ...chosen])
}

/** @param projects which of playwright.config.ts's */
export function runPlaywright(projects: readonly string[]): Promise<Result[]> {
	const reporter = `--reporter=${inRoot('build/test/playwright-reporter.ts')}`
	const chosen = projects.map((project) => `--project=${project}`)
	return runTests('playwright', [binOf('@playwright/test', 'playwright'), 'test', reporter, ...chosen])
}

async function runTests(runner: string, args: string[]): Promise<Result[]> {
	const file = inRoot(`out/build/report-${runner}.json`)
	takeReport(file)
	const browser = findBrowser()
	// The stand-in for Electron looks for its Chromium under a name of its own.
	const env = { [reportVariable]: file, FORCE_COLOR: '0', ...(browser ? { STANDIN_CHROMIUM: browser } : {}) }
	const { code } = await runNode(args, { env, show: true })
	return settle(runner, takeReport(file), code)
}
