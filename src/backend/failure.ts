/** A failure the program foresees: a code, a sentence that a student understands, and what to do next. */
import type { ErrorCode } from '#contract/errors.ts'

export class Failure extends Error {
	readonly code: ErrorCode
	/** What to do next, as a sentence. */
	readonly next: string

	constructor(code: ErrorCode, message: string, next: string, options?: ErrorOptions) {
		super(message, options)
		this.name = 'Failure'
		this.code = code
		this.next = next
	}
}

/**
 * @returns whether something thrown is a failure, whichever copy of this module made it: what is loaded only when it is asked
 *   for may bring its own.
 */
export const isFailure = (error: unknown): error is Failure => error instanceof Error && error.name === 'Failure'
