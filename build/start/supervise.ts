/** Runs a host as a child: it lives and ends with this process, and gets every signal once. */
import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { root } from '../lib/paths.ts'
import type { Ending } from './ending.ts'

export interface HostOptions {
	env?: NodeJS.ProcessEnv
	/** Gets each line of standard output; left out, they go through as they are. */
	onLine?: (line: string) => void
	/** Whether a line of standard error goes through. */
	showError?: (line: string) => boolean
}

/** Ctrl+C in a terminal reaches this process twice, from the terminal and from npm: it is meant once. */
const repeatMilliseconds = 1000
const posix = process.platform !== 'win32'

/** @returns how it ended. It is asked to end when this process is. */
export function runHost(program: string, args: string[], options: HostOptions = {}): Promise<Ending> {
	const { onLine, showError = () => true } = options
	const child = spawn(program, args, {
		cwd: root,
		env: options.env ?? process.env,
		stdio: ['ignore', onLine ? 'pipe' : 'inherit', 'pipe'],
		// A process group of its own, or the terminal's Ctrl+C would reach it beside ours. Windows has no such groups.
		detached: posix,
	})
	const start = performance.now()
	let stderr = ''
	let wanted = false
	let last = -repeatMilliseconds
	const pass = (signal: NodeJS.Signals) => {
		wanted = true
		if (performance.now() - last < repeatMilliseconds) return
		last = performance.now()
		// On Windows the console has told the child as well, and kill() would not let it finish.
		if (posix || signal !== 'SIGINT') child.kill(signal)
	}
	const leave = () => child.kill()
	const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
	for (const signal of signals) process.on(signal, pass)
	process.on('exit', leave)
	if (child.stdout && onLine) createInterface({ input: child.stdout }).on('line', onLine)
	if (child.stderr) {
		createInterface({ input: child.stderr }).on('line', (line) => {
			if (stderr.length < 100_000) stderr += `${line}\n`
			if (showError(line)) process.stderr.write(`${line}\n`)
		})
	}
	return new Promise((resolve) => {
		const end = (code: number | null, signal: string | null) => {
			for (const each of signals) process.off(each, pass)
			process.off('exit', leave)
			resolve({ code, signal, seconds: (performance.now() - start) / 1000, stderr, wanted })
		}
		child.on('error', (error) => {
			stderr += error.message
			end(127, null)
		})
		child.on('close', end)
	})
}
