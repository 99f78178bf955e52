/** Who wants to know of changes in the workspace hears of them: those made here at once, those of other processes soon after. */
import type { DatabaseSync } from 'node:sqlite'
import { EventPublisher } from '@orpc/server'
import { type Change, mostIds } from '#contract/workspace.ts'

/** Milliseconds between looks at `data_version`, which SQLite raises when another connection has written. */
const interval = 1000

export class Changes {
	readonly #publisher = new EventPublisher<{ change: Change }>({ maxBufferedEvents: 100 })
	readonly #timer: NodeJS.Timeout
	readonly #remembering: (() => void)[] = []
	/** Looks now whether another connection has written, and tells of it. */
	readonly look: () => void

	constructor(database: DatabaseSync) {
		const read = () => Object.values(database.prepare('PRAGMA data_version').get() ?? {})[0]
		let version = read()
		this.look = () => {
			try {
				const now = read()
				if (now !== version) this.tell('everything')
				version = now
			} catch {
				// A disk that does not answer now may do so at the next look; whoever reads or writes is told of it.
			}
		}
		this.#timer = setInterval(this.look, interval)
		this.#timer.unref()
	}

	/** @param forget called, before anybody is told, where everything may be otherwise now: what was remembered of it counts no more */
	onEverything(forget: () => void): void {
		this.#remembering.push(forget)
	}

	/** @param ids of what has changed, where that is known; many count as all */
	tell(what: Change['what'], ids?: readonly string[]): void {
		if (what === 'everything') for (const forget of this.#remembering) forget()
		this.#publisher.publish('change', ids && ids.length <= mostIds ? { what, ids: [...ids] } : { what })
	}

	/** Tells what has changed, and passes the answer on. */
	told<T>(what: Change['what'], answer: T, ids?: readonly string[]): T {
		this.tell(what, ids)
		return answer
	}

	/** @returns changes from now on, until `signal` is aborted. */
	subscribe(signal: AbortSignal | undefined): AsyncGenerator<Change> {
		return this.#publisher.subscribe('change', signal ? { signal } : {})
	}

	close(): void {
		clearInterval(this.#timer)
	}
}
