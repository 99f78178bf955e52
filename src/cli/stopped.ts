/** Resolves when the program is asked to stop. */
export const stopped = (stop: AbortSignal): Promise<void> =>
	new Promise((resolve) => {
		if (stop.aborted) resolve()
		else stop.addEventListener('abort', () => resolve(), { once: true })
	})
