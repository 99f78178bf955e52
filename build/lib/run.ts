/** Starts a Node program as a child and waits for its end. */
import { type SpawnOptions, spawn } from 'node:child_process'
import { stripVTControlCharacters } from 'node:util'
import { root } from './paths.ts'

export interface Ended {
	/** The exit code; 1 when a signal ended it. */
	code: number
	/** What it wrote, standard output and standard error as they came. Empty with `show`. */
	output: string
	seconds: number
}

export interface RunOptions {
	env?: NodeJS.ProcessEnv
	/** Lets its output through instead of keeping it. */
	show?: boolean
}

/**
 * Runs a JavaScript or TypeScript file on this same Node.
 * @param args the file, then its arguments
 */
export const runNode = (args: string[], options: RunOptions = {}): Promise<Ended> =>
	run(process.execPath, args, options)

/** Runs any program, found as the system finds it. A program that cannot be started counts as ended with code 127. */
export function run(program: string, args: string[], { env, show }: RunOptions = {}): Promise<Ended> {
	const stdio: SpawnOptions['stdio'] = show ? 'inherit' : ['ignore', 'pipe', 'pipe']
	const start = performance.now()
	return new Promise((resolve) => {
		let output = ''
		const end = (code: number) => {
			const seconds = (performance.now() - start) / 1000
			resolve({ code, output: stripVTControlCharacters(output), seconds })
		}
		const child = spawn(program, args, { cwd: root, env: { ...process.env, ...env }, stdio })
		for (const stream of [child.stdout, child.stderr]) {
			stream?.setEncoding('utf8')
			stream?.on('data', (text: string) => {
				output += text
			})
		}
		child.on('error', (error) => {
			output += `${error.message}\n`
			end(127)
		})
		child.on('close', (code, signal) => {
			if (signal) output += `ended by ${signal}\n`
			end(code ?? 1)
		})
	})
}
