/** Errors every method may answer with: a code, a sentence that a student understands, and what to do next. */
import { oc } from '@orpc/contract'
import { z } from './jitless.ts'

const data = z.object({ next: z.string() })

export const errorCodes = [
	'BAD_REQUEST',
	'NOT_FOUND',
	'UNKNOWN_METHOD',
	'TOO_LARGE',
	'CONFLICT',
	'DAMAGED',
	'TOO_NEW',
	'CANCELLED',
	'UNAVAILABLE',
	'INTERNAL',
] as const
export type ErrorCode = (typeof errorCodes)[number]

const status: Record<ErrorCode, number> = {
	BAD_REQUEST: 400,
	NOT_FOUND: 404,
	UNKNOWN_METHOD: 404,
	TOO_LARGE: 413,
	CONFLICT: 409,
	DAMAGED: 422,
	TOO_NEW: 422,
	CANCELLED: 499,
	UNAVAILABLE: 503,
	INTERNAL: 500,
}

type ErrorMap = { [code in ErrorCode]: { status: number; data: typeof data } }

/** The contract's starting point: every method built on it declares the same typed errors. */
export const base = oc.errors(
	Object.fromEntries(errorCodes.map((code) => [code, { status: status[code], data }])) as ErrorMap,
)

/** @returns the HTTP-like status that an error code travels with (rely on the code, not on this). */
export const statusOf = (code: ErrorCode): number => status[code]
