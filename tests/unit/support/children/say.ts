/** How a process that a test has started speaks to it. */
import { writeSync } from 'node:fs'

/** Says a line aloud before it returns, so that what was said stands even if the process is killed now. */
export function say(words: string | number): void {
	for (;;)
		try {
			writeSync(1, `${words}\n`)
			return
		} catch (error) {
			// Whoever listens is busy, and the pipe is full: it is tried until there is room.
			if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error
		}
}
