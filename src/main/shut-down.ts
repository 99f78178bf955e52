/** An orderly end: what must be closed is closed before the process goes. */
import type { App } from 'electron'
import type { Log } from './log.ts'

/** Longest that closing may hold up the end, in milliseconds. */
const patience = 5_000

export interface Closing {
	/** Adds something to be closed; last added, first closed. */
	add(close: () => Promise<void> | void): void
	/** Closes everything, once; never throws. */
	run(): Promise<void>
}

/** Holds back the end of the app until everything added is closed. */
export function closeBeforeQuit(app: App, log: Log): Closing {
	const closers: (() => Promise<void> | void)[] = []
	let running: Promise<void> | undefined
	let closed = false

	async function closeAll() {
		for (const close of closers.toReversed()) {
			try {
				await close()
			} catch (error) {
				log('closing failed', error)
			}
		}
	}
	const timeout = () =>
		new Promise<void>((resolve) => {
			setTimeout(resolve, patience).unref()
		})
	const run = () => {
		running ??= Promise.race([closeAll(), timeout()]).then(() => {
			closed = true
		})
		return running
	}

	app.on('will-quit', (event) => {
		if (closed) return
		event.preventDefault()
		void run().then(() => app.quit())
	})
	return { add: (close) => closers.push(close), run }
}
