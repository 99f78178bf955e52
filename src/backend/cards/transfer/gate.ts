/** While a thread holds the database, calls that would write wait here, not inside SQLite, where they would hold up the host's loop. */

/** Last words of methods that write. */
const writing = new Set([
	...['create', 'change', 'remove', 'restore', 'settle', 'import', 'save', 'visit', 'stay', 'clear', 'forget'],
	...['answer', 'act', 'undo', 'plan', 'next', 'types', 'suggest', 'preview'],
])

export class Gate {
	#held = 0
	#opened: Promise<void> = Promise.resolve()
	#open = () => {}

	/** @returns what opens it again */
	close(): () => void {
		if (this.#held++ === 0) this.#opened = new Promise((resolve) => (this.#open = resolve))
		let open = false
		return () => {
			if (open) return
			open = true
			if (--this.#held === 0) this.#open()
		}
	}

	/** @returns what a method waits for, by its path: `['cards', 'study', 'answer']` */
	pass(path: readonly string[]): Promise<void> | undefined {
		const waits = this.#held > 0 && path[1] !== 'transfer' && writing.has(path.at(-1) ?? '')
		return waits ? this.#opened : undefined
	}
}
