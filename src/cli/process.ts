/** Connects `run` to this process: its streams, its signals, its exit code. */
import type { Places } from './io.ts'
import { run } from './run.ts'

/** Milliseconds in which signals are one wish: Ctrl-C comes from the terminal and from npm as well. */
const oneWish = 1000

/** Runs the command that this process was started with, and sets its exit code. */
export async function runProcess(places: Places): Promise<void> {
	const stop = new AbortController()
	let asked = 0
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
		process.on(signal, () => {
			const now = performance.now()
			// Asked again: somebody does not want to wait.
			if (stop.signal.aborted && now - asked > oneWish) process.exit(130)
			if (!stop.signal.aborted) asked = now
			stop.abort()
		})
	}
	// Whoever reads our output may stop reading: `parallax library list | head`.
	process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1))

	process.exitCode = await run(
		process.argv.slice(2),
		{
			out: (text) => process.stdout.write(text),
			err: (text) => process.stderr.write(text),
			width: process.stdout.columns ?? Number.POSITIVE_INFINITY,
			watched: process.stderr.isTTY === true,
			env: process.env,
			stop: stop.signal,
		},
		places,
	)
}
