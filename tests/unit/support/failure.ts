/** Failures as a caller gets them. */
import { Failure } from '#backend/failure.ts'

/** @returns the Failure that a promise or function ends with; anything else is an error of the test. */
export async function failureOf(work: Promise<unknown> | (() => unknown)): Promise<Failure> {
	try {
		await (typeof work === 'function' ? work() : work)
	} catch (error) {
		if (error instanceof Failure) return error
		throw error
	}
	throw new Error('it did not fail')
}
