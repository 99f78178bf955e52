/** What a failed call says to the reader. */

/** @returns the sentence of a typed error and what to do next; words of our own for anything else. */
export function sentenceOf(error: unknown): { code: string; sentence: string; next: string } {
	const { code, message, data, defined } = (error ?? {}) as {
		code?: string
		message?: string
		data?: { next?: string }
		defined?: boolean
	}
	if (defined && message) return { code: code ?? 'INTERNAL', sentence: message, next: data?.next ?? '' }
	return {
		code: 'UNAVAILABLE',
		sentence: 'Parallax did not answer.',
		next: 'If its window or terminal has been closed, start it again; this page reconnects by itself.',
	}
}

/** @returns whether a call failed because the line broke, and may be asked again once it is back. */
export const isDisconnected = (error: unknown): boolean => (error as { defined?: boolean } | null)?.defined !== true
