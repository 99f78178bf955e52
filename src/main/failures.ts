/** What the reader hears when the program itself fails: a sentence and what to do next, never a stack. */
import { Failure } from '#backend/failure.ts'
import type { Ask, Question } from './ask.ts'
import type { Log } from './log.ts'

/** @returns the question that tells why the app cannot start. Its second button opens the data folder. */
export function startFailure(error: unknown): Question {
	const known = error instanceof Failure
	return {
		kind: 'error',
		message: known ? error.message : 'Parallax could not open its data.',
		detail: known
			? error.next
			: 'Start it again. If it happens again, open the data folder: logs/desktop.log says what went wrong.',
		buttons: ['Quit', 'Open Data Folder'],
	}
}

/** Logs every error that nobody caught, and tells the reader of the first one. */
export function watchUncaughtErrors(log: Log, ask: Ask, quit: () => void): void {
	let told = false
	const take = (error: unknown) => {
		log('an error that nobody caught', error)
		if (told) return
		told = true
		ask({
			kind: 'warning',
			message: 'Something went wrong inside Parallax.',
			detail: 'What you saved is safe. You can go on; if something looks wrong, quit and start Parallax again.',
			buttons: ['Go On', 'Quit'],
		}).then(
			(answer) => answer === 1 && quit(),
			(failed) => log('the dialog failed', failed),
		)
	}
	process.on('uncaughtException', take)
	process.on('unhandledRejection', take)
}
