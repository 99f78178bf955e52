/** The part that real Electron (by Playwright) and its stand-in have in common, and what each adds to it. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { _electron, type ConsoleMessage, type Page } from '@playwright/test'
import { appDir, type Runtime } from './runtime.ts'

type Electron = typeof import('electron')

/** Something the app did to the world outside: a dialog, an address opened. */
export interface Call {
	api: string
	args: unknown[]
}
export interface Issue {
	kind: string
	text: string
}

export interface Application {
	firstWindow(): Promise<Page>
	windows(): Page[]
	evaluate<R, A>(inMain: (electron: Electron, arg: A) => R | Promise<R>, arg: A): Promise<R>
	evaluate<R>(inMain: (electron: Electron) => R | Promise<R>): Promise<R>
	process(): ChildProcess
	close(): Promise<void>
	/** What went wrong unasked: errors on the page, violations of the policy and the like. */
	issues(): Issue[]
	calls(): Call[]
}

export interface LaunchOptions {
	/** The workspace, named with --data; without it the app takes the reader's own, in `home`. */
	dataDir?: string | undefined
	/** Stands for the reader's own folder. */
	home: string
	/** Folders to choose in the dialogs that ask for one, in turn. */
	folders?: string[]
	files?: (string | undefined)[]
	profileDir: string
	/** Buttons to press in the dialogs that come up, in turn. */
	answers?: number[]
	/** How many screens there are; the stand-in alone can tell. */
	displays?: number
}

interface StandIn {
	launch(options: object): Promise<StandInApplication>
}
interface StandInApplication extends Omit<Application, 'issues' | 'calls'> {
	issues: Issue[]
	calls: Call[]
	output: string
	closed: Promise<{ exitCode: number | string }>
}

const argumentsFor = ({ dataDir, profileDir }: LaunchOptions) => [
	...(dataDir === undefined ? [] : ['--data', dataDir]),
	`--user-data-dir=${profileDir}`,
]

/** Chromium's sandbox needs an ordinary user and a kernel that lets it: neither is a given where tests run. */
const testSwitches = () =>
	process.platform === 'linux' && (process.getuid?.() === 0 || process.env.CI) ? ['--no-sandbox'] : []

/** Starts the app and leaves it running. */
export async function launch(runtime: Runtime, options: LaunchOptions): Promise<Application> {
	if (runtime.kind === 'stand-in') {
		const application = await launchStandIn(runtime.launcher, options)
		return {
			firstWindow: () => application.firstWindow(),
			windows: () => application.windows(),
			evaluate: application.evaluate.bind(application),
			process: () => application.process(),
			close: () => application.close(),
			issues: () => application.issues,
			calls: () => application.calls,
		}
	}
	if (runtime.kind === 'none') throw new Error(runtime.because)
	const hook = realHook(options)
	const args = [...hook.args, ...testSwitches(), appDir, ...argumentsFor(options)]
	const application = await _electron.launch({ executablePath: runtime.executable, args, env: hook.env })
	const issues: Issue[] = []
	application.on('window', (page) => watch(page, issues))
	for (const page of application.windows()) watch(page, issues)
	return {
		firstWindow: () => application.firstWindow(),
		windows: () => application.windows(),
		evaluate: application.evaluate.bind(application) as Application['evaluate'],
		process: () => application.process(),
		close: () => application.close(),
		issues: () => issues,
		calls: hook.calls,
	}
}

export interface Ending {
	code: number | string | null
	output: string
	calls: Call[]
	issues: Issue[]
}

/** Starts an app that is expected to end by itself. @returns how it ended */
export async function runToEnd(runtime: Runtime, options: LaunchOptions): Promise<Ending> {
	if (runtime.kind === 'stand-in') {
		const application = await launchStandIn(runtime.launcher, options)
		const { exitCode } = await application.closed
		const { output, calls, issues } = application
		// The app ends while its launcher still connects to the browser: no fault of the app's.
		const own = issues.filter(({ text }) => !text.startsWith('browserType.connectOverCDP'))
		return { code: exitCode, output, calls, issues: own }
	}
	if (runtime.kind === 'none') throw new Error(runtime.because)
	const hook = realHook(options)
	const args = [...hook.args, ...testSwitches(), appDir, ...argumentsFor(options)]
	const child = spawn(runtime.executable, args, { env: hook.env, stdio: ['ignore', 'pipe', 'pipe'] })
	let output = ''
	for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (output += data))
	const [code] = (await once(child, 'close')) as [number | null]
	return { code, output, calls: hook.calls(), issues: [] }
}

async function launchStandIn(launcher: string, options: LaunchOptions): Promise<StandInApplication> {
	const { launch: start } = (await import(launcher)) as StandIn
	return start({
		appDir,
		userDataDir: options.profileDir,
		args: argumentsFor(options),
		env: environment(options),
		dialogs: {
			showMessageBox: (options.answers ?? []).map((response) => ({ response, checkboxChecked: false })),
			showOpenDialog: (options.folders ?? []).map((folder) => ({ canceled: false, filePaths: [folder] })),
			showSaveDialog: (options.files ?? []).map((filePath) => ({ canceled: !filePath, filePath: filePath ?? '' })),
		},
		displays: options.displays ?? 1,
		quiet: true,
	})
}

function realHook(options: LaunchOptions) {
	const { answers = [], folders = [], files = [], profileDir } = options
	const file = join(profileDir, 'spec-calls.jsonl')
	return {
		args: ['-r', join(import.meta.dirname, 'hook.cjs')],
		env: {
			...environment(options),
			PARALLAX_SPEC_ANSWERS: JSON.stringify(answers),
			PARALLAX_SPEC_FOLDERS: JSON.stringify(folders),
			PARALLAX_SPEC_FILES: JSON.stringify(files.map((name) => name ?? '')),
			PARALLAX_SPEC_CALLS: file,
		},
		calls: (): Call[] => {
			if (!existsSync(file)) return []
			const lines = readFileSync(file, 'utf8').trim().split('\n')
			return lines.map((line) => JSON.parse(line) as Call)
		},
	}
}

/** This process's environment without what would change the app under test, and with its place for data in `home`. */
function environment({ home, dataDir }: LaunchOptions): Record<string, string> {
	const { ELECTRON_RUN_AS_NODE: _, ELECTRON_RENDERER_URL: __, PARALLAX_DATA: ___, ...rest } = process.env
	const own = dataDir === undefined ? { HOME: home, XDG_DATA_HOME: home, LOCALAPPDATA: home } : {}
	return Object.fromEntries(
		Object.entries({ ...rest, ...own }).filter((entry): entry is [string, string] => entry[1] !== undefined),
	)
}

function watch(page: Page, issues: Issue[]): void {
	page.on('pageerror', (error) => issues.push({ kind: 'page-error', text: error.stack ?? error.message }))
	page.on('console', (message: ConsoleMessage) => {
		if (message.type() === 'error') issues.push({ kind: 'console', text: message.text() })
	})
}
