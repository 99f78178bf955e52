/** Does something when asked to, but not more often than so many milliseconds; the last asking is never lost. */
export interface Soon {
	/** At once where the last time is long enough ago, else then. */
	wake(): void
	/** At once in any case. */
	now(): void
	stop(): void
}

export function soon(often: number, act: () => void): Soon {
	let last = Number.NEGATIVE_INFINITY
	let timer: NodeJS.Timeout | undefined
	let stopped = false
	const now = () => {
		clearTimeout(timer)
		timer = undefined
		last = performance.now()
		act()
	}
	return {
		now,
		wake() {
			// Never within the call: what woke it may not be done yet.
			if (!stopped) timer ??= setTimeout(now, Math.max(0, last + often - performance.now()))
		},
		stop() {
			clearTimeout(timer)
			stopped = true
		},
	}
}
