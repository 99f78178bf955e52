/** What can be wrong with a file of cards: which file, what is wrong, what to do. Nothing is changed by any of it. */
import { Failure, isFailure } from '../../failure.ts'

const kept = 'Nothing has been changed.'

/** @param what is wrong, as the end of a sentence: “ends too early” */
export const damaged = (name: string, what: string, cause?: unknown): Failure =>
	new Failure('DAMAGED', `“${name}” ${what}.`, `${kept} Export it again where it comes from, or fetch it again.`, {
		cause,
	})

export const tooLarge = (name: string, what: string): Failure =>
	new Failure('TOO_LARGE', `“${name}” ${what}.`, `${kept} Export fewer decks at a time, or leave media out.`)

export const unreadable = (name: string, what: string, next: string): Failure =>
	new Failure('BAD_REQUEST', `“${name}” ${what}.`, `${kept} ${next}`)

export const tooNew = (name: string): Failure =>
	new Failure(
		'TOO_NEW',
		`“${name}” was written by a newer Anki than Parallax knows.`,
		`${kept} Export it with the option for older versions of Anki.`,
	)

/** Whatever goes wrong while a file is read is the file's own fault, unless it says otherwise. */
export function reading<T>(name: string, what: string, work: () => T): T {
	try {
		return work()
	} catch (error) {
		throw isFailure(error) ? error : damaged(name, what, error)
	}
}
