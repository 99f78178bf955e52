/** The two hosts, as `npm start` runs them. */
import { inRoot, root } from '../lib/paths.ts'
import { isChromiumLog, judge, type Verdict } from './ending.ts'
import { runHost } from './supervise.ts'

/** Options of the browser host that mean nothing to the desktop app; the second entry says whether a value follows. */
const browserOnly = new Map([
	['--port', true],
	['--host', true],
	['--no-open', false],
])

/** @returns the arguments without those that only the browser host takes. */
export function forDesktop(args: readonly string[]): string[] {
	const kept: string[] = []
	for (let at = 0; at < args.length; at++) {
		const [name = '', value] = (args[at] ?? '').split('=', 2)
		const takesValue = browserOnly.get(name)
		if (takesValue === undefined) kept.push(args[at] ?? '')
		else if (takesValue && value === undefined) at++
	}
	return kept
}

const opened = "Parallax is open as the desktop app, because Electron's runtime and a display are here."
const refusalMilliseconds = 1500

/** Runs the desktop app to its end. @param electron path of Electron's program */
export async function runDesktop(electron: string, args: readonly string[]): Promise<Verdict> {
	const { ELECTRON_RUN_AS_NODE: _, ...env } = process.env
	const verbose = Boolean(env.ELECTRON_ENABLE_LOGGING)
	const showError = (line: string) => verbose || !isChromiumLog(line)
	// Where Electron cannot run it ends at once, and the sentence is another.
	const sentence = setTimeout(() => console.log(opened), refusalMilliseconds)
	const ending = await runHost(electron, [root, ...forDesktop(args)], { env, showError })
	clearTimeout(sentence)
	return judge(ending)
}

/**
 * Serves the browser host until it is stopped, and prints one sentence with its address.
 * @param because completes "in your browser, because …"
 * @returns the exit code
 */
export async function runBrowser(args: readonly string[], because: string): Promise<number> {
	let first = true
	const onLine = (line: string) => {
		console.log(first ? (sentenceOf(line, because) ?? line) : line)
		first = false
	}
	const cli = [inRoot('out/main/cli.js'), 'serve', '--json', ...args]
	const { code, wanted } = await runHost(process.execPath, cli, { onLine })
	return code ?? (wanted ? 0 : 1)
}

/** @returns what to print for the first line of `serve --json`, or undefined when it is something else (`--help`). */
export function sentenceOf(line: string, because: string): string | undefined {
	try {
		const { url, host } = JSON.parse(line) as { url?: string; host?: string }
		if (url) return `Parallax is served to your browser, because ${because}: ${url}`
		return host === 'desktop'
			? 'Parallax is already open as the desktop app; its window comes to the front.'
			: undefined
	} catch {
		return undefined
	}
}
