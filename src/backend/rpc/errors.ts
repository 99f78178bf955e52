/** Whatever goes wrong behind the contract leaves as one of its typed errors; nothing internal leaks. */
import { ORPCError, ValidationError } from '@orpc/contract'
import { type ErrorCode, errorCodes, statusOf } from '#contract/errors.ts'
import { isFailure } from '../failure.ts'

export type TypedError = ORPCError<ErrorCode, { next: string }>

/** @returns a typed error as it travels. */
export const typedError = (code: ErrorCode, message: string, next: string): TypedError =>
	new ORPCError(code, { defined: true, status: statusOf(code), message, data: { next } })

/** @returns the typed error that stands for anything thrown; what was not foreseen is told to `report`. */
export function asTypedError(error: unknown, report: (error: unknown) => void): TypedError {
	if (isFailure(error)) return typedError(error.code, error.message, error.next)
	if (error instanceof ORPCError) {
		if (error.defined && isKnown(error.code) && hasNext(error.data)) return error as TypedError
		if (error.code === 'BAD_REQUEST')
			return typedError('BAD_REQUEST', badRequest(error), 'Check the values and try again.')
	}
	if (error instanceof Error && error.name === 'AbortError')
		return typedError('CANCELLED', 'This was cancelled.', 'Start it again when you want it.')
	report(error)
	return typedError(
		'INTERNAL',
		'Something went wrong inside the program.',
		'Try again; if it happens again, send the report from Help.',
	)
}

const isKnown = (code: string): code is ErrorCode => (errorCodes as readonly string[]).includes(code)
const hasNext = (data: unknown) => typeof data === 'object' && data !== null && 'next' in data

/** Names the fields that were wrong, without repeating their values. */
function badRequest(error: ORPCError<string, unknown>): string {
	const issues = error.cause instanceof ValidationError ? error.cause.issues : []
	const named = issues.slice(0, 3).map((issue) => {
		const path = issue.path?.map((part) => String(typeof part === 'object' ? part.key : part)).join('.')
		return path ? `${path}: ${issue.message}` : issue.message
	})
	return named.length ? `The request was not understood (${named.join('; ')}).` : 'The request was not understood.'
}
