/** Those who watch what changes. Each is given what is newest whenever it is ready for it: nothing is kept in a queue for a slow one. */
export class Watchers<T> {
	readonly #look: () => T
	readonly #numbered: () => void
	readonly #told = new Set<() => void>()

	/**
	 * @param look what is newest
	 * @param numbered told when they have become more or fewer
	 */
	constructor(look: () => T, numbered = () => {}) {
		this.#look = look
		this.#numbered = numbered
	}

	/** How many watch. */
	get size(): number {
		return this.#told.size
	}

	/** Something has changed. */
	tell(): void {
		for (const told of this.#told) told()
	}

	/** @yields what is now, and then what is newest after each change, until `signal` is aborted */
	async *watch(signal?: AbortSignal): AsyncGenerator<T> {
		let fresh = true
		let wake = () => {}
		const told = () => {
			fresh = true
			wake()
		}
		this.#told.add(told)
		this.#numbered()
		signal?.addEventListener('abort', told)
		try {
			while (!signal?.aborted) {
				if (fresh) {
					fresh = false
					yield this.#look()
				} else {
					await new Promise<void>((resolve) => {
						wake = resolve
					})
				}
			}
		} finally {
			this.#told.delete(told)
			this.#numbered()
			signal?.removeEventListener('abort', told)
		}
	}
}
