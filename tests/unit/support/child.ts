/** Processes that a test starts and ends, each by its own id. */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { onTestFinished } from 'vitest'

export interface Child {
	/** Lines of standard output so far. */
	lines: string[]
	/** @returns the first line that `fits`, also one that has come already. @throws when the process ends without it */
	line(fits: (line: string) => boolean): Promise<string>
	/** Writes a line to its standard input. */
	say(line: string): void
	/** Ends it at once (SIGKILL) and waits until it is gone and all that it said has arrived. */
	kill(): Promise<void>
	/** @returns its exit code once it has ended by itself. */
	ended: Promise<number | null>
}

/** Starts a script of tests/unit/support/children in a Node of its own. */
export function startChild(script: string, ...args: string[]): Child {
	const path = join(import.meta.dirname, 'children', script)
	const child = spawn(process.execPath, [path, ...args], { stdio: ['pipe', 'pipe', 'inherit'] })
	onTestFinished(() => void child.kill('SIGKILL'))
	const lines: string[] = []
	const waiting = new Set<() => void>()
	const wake = () => {
		for (const look of waiting) look()
	}
	let over = false
	const reader = createInterface({ input: child.stdout })
	reader.on('line', (line) => {
		lines.push(line)
		wake()
	})
	const closed = new Promise<number | null>((done) => {
		child.on('close', (code) => {
			over = true
			wake()
			done(code)
		})
	})
	return {
		lines,
		line: (fits) =>
			new Promise((done, fail) => {
				const look = () => {
					const found = lines.find(fits)
					if (found === undefined && !over) return
					waiting.delete(look)
					if (found === undefined) fail(new Error(`${script} ended after: ${lines.slice(-5).join(' | ')}`))
					else done(found)
				}
				waiting.add(look)
				look()
			}),
		say: (line) => child.stdin.write(`${line}\n`),
		async kill() {
			child.kill('SIGKILL')
			await closed
		},
		ended: closed,
	}
}
