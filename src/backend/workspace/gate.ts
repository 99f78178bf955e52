/**
 * While another thread of this program writes for longer, nobody writes on the host's own: SQLite would keep the whole thread waiting.
 * Whoever wants to write waits here instead, and the thread goes on answering.
 */
export class Gate {
	#held = 0
	#opened = Promise.withResolvers<void>()

	/** Keeps writers waiting. @returns what lets them in again, once all who closed it have */
	close(): () => void {
		if (this.#held++ === 0) this.#opened = Promise.withResolvers()
		let open = false
		return () => {
			if (open) return
			open = true
			if (--this.#held === 0) this.#opened.resolve()
		}
	}
	/** Whether writers wait. */
	get closed(): boolean {
		return this.#held > 0
	}
	/** Resolves when one may write. */
	async passed(): Promise<void> {
		while (this.#held) await this.#opened.promise
	}
}

/** Last words of methods that write where they run. */
const anywhere = new Set([
	'addImage',
	'change',
	'clear',
	'create',
	'duplicate',
	'note',
	'remove',
	'restore',
	'save',
	'settle',
	'stay',
	'visit',
])
/** Of those on cards there are more: what is asked for may be made by asking, and buried cards come back at the next look. */
const onCards = new Set([
	'act',
	'answer',
	'forget',
	'list',
	'next',
	'plan',
	'preview',
	'stale',
	'suggest',
	'types',
	'undo',
])

/** @returns whether a method writes on the host's own thread, by its path: `['cards', 'study', 'answer']` */
export function writes(path: readonly string[]): boolean {
	const last = path.at(-1) ?? ''
	return anywhere.has(last) || (path[0] === 'cards' && path[1] !== 'transfer' && onCards.has(last))
}
