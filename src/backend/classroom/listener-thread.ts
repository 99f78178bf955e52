/** The thread that listens for followers, as the host holds it. */
import { Worker } from 'node:worker_threads'
import type { FromListener, ToListener } from './line.ts'

export interface ListenerThread {
	post(message: ToListener): void
	/** Asks it to close, and ends it where it does not do so in time. */
	close(): Promise<void>
}

export interface Hears {
	message(message: FromListener): void
	/** It has ended without having been asked to. */
	ended(): void
}

export type StartListener = (hears: Hears) => ListenerThread

/** Milliseconds in which it says goodbye to its followers. */
const patience = 1000

/** @returns what starts the thread. @param report told of what it did not foresee */
export const listenerThread =
	(entry: URL, report: (error: unknown) => void): StartListener =>
	(hears) => {
		const worker = new Worker(entry)
		let closing = false
		worker.unref()
		worker.on('message', (message: FromListener) => {
			if (!closing) hears.message(message)
		})
		worker.on('error', report)
		const ended = new Promise<void>((resolve) => {
			worker.on('exit', () => {
				if (!closing) hears.ended()
				resolve()
			})
		})
		return {
			post: (message) => worker.postMessage(message),
			async close() {
				closing = true
				worker.postMessage({ type: 'close' } satisfies ToListener)
				const timer = setTimeout(() => void worker.terminate(), patience)
				await ended
				clearTimeout(timer)
			},
		}
	}
