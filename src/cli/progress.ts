/** Progress on standard error, in one line that is written over; for people only. */
import type { Io } from './io.ts'
import { cut } from './text.ts'

export interface Progress {
	at(done: number, total: number, what?: string): void
	/** Takes the line away. */
	end(): void
}

/** @param what is going on: `Checking`. */
export function showProgress(io: Io, what: string): Progress {
	let shown = false
	return {
		at(done, total, detail = '') {
			if (!io.watched) return
			shown = true
			io.err(`\r\u001b[K${cut(`${what} ${done} of ${total} ${detail}`, Math.min(io.width, 100) - 1)}`)
		},
		end() {
			if (shown) io.err('\r\u001b[K')
			shown = false
		},
	}
}
