/** The fixture of the desktop specs: a workspace of its own for each, and the app started on it as often as it likes. */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base, expect, type Page } from '@playwright/test'
import { type Application, type Call, type Ending, launch, runToEnd } from './application.ts'
import { findRuntime } from './runtime.ts'

export { expect }

export const runtime = findRuntime()

/** An issue that a spec provokes on purpose, with the reason. */
export interface Expected {
	issue: RegExp
	because: string
}

export interface StartOptions {
	/** Buttons to press in the dialogs that come up, in turn. */
	answers?: number[]
	/** Named when another profile than the workspace's first one is to be used. */
	profile?: string
	displays?: number
	/** Folders to choose in the dialogs that ask for one, in turn. */
	folders?: string[]
	/** Files to save in the dialogs that ask for one, in turn; nothing where the dialog is closed. */
	files?: (string | undefined)[]
	/** False: the workspace is not named, and is the reader's own. */
	named?: boolean
	expected?: Expected[]
}

export interface Desktop {
	app: Application
	page: Page
	/** What the app did to the world outside by this way, e.g. `shell.openExternal`. */
	calls(api: string): unknown[][]
	/** Quits the app in order. @returns its exit code */
	quit(): Promise<number | null>
}

export interface Fixtures {
	/** The workspace folder, empty at first. */
	workspace: string
	/** Starts the app and waits until its page is there and its window is shown. */
	start: (options?: StartOptions) => Promise<Desktop>
	/** Starts an app that is expected to end by itself. */
	startToEnd: (options?: StartOptions) => Promise<Ending>
	/** The text of a file in the workspace; empty while there is none. */
	readWorkspaceFile: (name: string) => string
	/** What the app has written down about its window; empty before it has. */
	windowState: () => Record<string, unknown>
}

export const test = base.extend<Fixtures & { folder: string }>({
	// biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from this pattern.
	folder: async ({}, use) => {
		const folder = mkdtempSync(join(tmpdir(), 'parallax-desktop-'))
		await use(folder)
		rmSync(folder, { recursive: true, force: true, maxRetries: 10 })
	},

	workspace: async ({ folder }, use) => {
		const workspace = join(folder, 'workspace')
		mkdirSync(workspace)
		await use(workspace)
	},

	readWorkspaceFile: async ({ workspace }, use) => {
		await use((name) => {
			const file = join(workspace, name)
			return existsSync(file) ? readFileSync(file, 'utf8') : ''
		})
	},

	windowState: async ({ readWorkspaceFile }, use) =>
		use(() => JSON.parse(readWorkspaceFile('desktop-window.json') || '{}')),

	start: async ({ folder, workspace }, use) => {
		const running: { app: Application; expected: Expected[] }[] = []
		await use(async ({ profile = 'profile', expected = [], named = true, ...options } = {}) => {
			const dataDir = named ? workspace : undefined
			const app = await launch(runtime, { ...options, dataDir, home: folder, profileDir: makeProfile(folder, profile) })
			running.push({ app, expected })
			const page = await openPage(app)
			return { app, page, calls: callsOf(() => app.calls()), quit: () => quit(app) }
		})
		for (const { app } of running) await quit(app)
		for (const { app, expected } of running) expectNoIssues(app.issues(), expected)
	},

	startToEnd: async ({ folder, workspace }, use) => {
		await use(async ({ profile = 'profile', expected = [], named = true, ...options } = {}) => {
			const dataDir = named ? workspace : undefined
			const profileDir = makeProfile(folder, profile)
			const ending = await runToEnd(runtime, { ...options, dataDir, home: folder, profileDir })
			expectNoIssues(ending.issues, expected)
			return ending
		})
	},
})

/** To be called at the top of each spec file: skips it, saying why, where nothing can run the app. */
export function needsDesktop(): void {
	if (runtime.kind === 'none') console.log(`Desktop specs are skipped: ${runtime.because}.`)
	test.skip(runtime.kind === 'none', runtime.kind === 'none' ? runtime.because : '')
}

/** Skips a spec on the stand-in, saying what it lacks. */
export function needsRealElectron(because: string): void {
	if (runtime.kind === 'stand-in') console.log(`Skipped on the stand-in: ${because}.`)
	test.skip(runtime.kind === 'stand-in', `the stand-in cannot tell: ${because}`)
}

/** @returns the arguments of the calls made by this way, in order */
export const callsOf = (calls: () => Call[]) => (api: string) =>
	calls().flatMap((call) => (call.api === api ? [call.args] : []))

function makeProfile(folder: string, name: string): string {
	const path = join(folder, name)
	mkdirSync(path, { recursive: true })
	return path
}

async function openPage(app: Application): Promise<Page> {
	const page = await app.firstWindow()
	await page.waitForFunction(() => location.href !== 'about:blank')
	await page.waitForLoadState('load')
	const visible = () => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible())
	await expect.poll(visible).toBe(true)
	return page
}

async function quit(app: Application): Promise<number | null> {
	const child = app.process()
	const ended = new Promise<void>((resolve) => {
		if (child.exitCode !== null || child.signalCode !== null) resolve()
		else child.once('exit', () => resolve())
	})
	if (child.exitCode === null) await app.close()
	await ended
	return child.exitCode
}

function expectNoIssues(issues: { kind: string; text: string }[], expected: Expected[]): void {
	const lines = issues.map(({ kind, text }) => `${kind}: ${text}`)
	expect(lines.filter((line) => !expected.some(({ issue }) => issue.test(line)))).toEqual([])
}
