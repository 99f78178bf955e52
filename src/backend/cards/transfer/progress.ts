/** Work that says how far it is, as a stream that ends with its result. */

/**
 * @param work told where to say how far it is, and when to stop: when the stream is left or `signal` is aborted
 * @yields shares from 0 to 1, the newest alone where several wait, then the result
 */
export async function* withProgress<T>(
	work: (report: (share: number) => void, signal: AbortSignal) => Promise<T>,
	signal?: AbortSignal,
): AsyncGenerator<{ share: number } | { result: T }> {
	const left = new AbortController()
	let share: number | undefined
	let wake = () => {}
	const stop = signal ? AbortSignal.any([signal, left.signal]) : left.signal
	let over = false
	const working = work((now) => {
		share = now
		wake()
	}, stop).finally(() => {
		over = true
		wake()
	})
	working.catch(() => {}) // told below
	try {
		while (!over) {
			if (share === undefined) await new Promise<void>((resolve) => (wake = resolve))
			const now = share
			share = undefined
			if (now !== undefined && !over) yield { share: now }
		}
		yield { result: await working }
	} finally {
		left.abort()
		// What was begun is over, well or not, before the stream is.
		await working.catch(() => {})
	}
}
