/**
 * While another thread of this program writes for longer, nobody writes on the host's own: SQLite would keep the whole thread waiting.
 * Whoever wants to write waits here instead, and the thread goes on answering.
 */
export class Gate {
	#closed: PromiseWithResolvers<void> | undefined

	/** Keeps writers waiting until `open`. */
	close(): void {
		this.#closed ??= Promise.withResolvers()
	}
	open(): void {
		this.#closed?.resolve()
		this.#closed = undefined
	}
	/** Resolves when one may write. */
	async passed(): Promise<void> {
		while (this.#closed) await this.#closed.promise
	}
}
