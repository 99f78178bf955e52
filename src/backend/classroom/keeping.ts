/** Keeps what the room has answered while a presentation goes on: a killed program loses the open round at most. */
import type { Result } from '#contract/classroom/classroom.ts'
import type { Gate } from '../workspace/gate.ts'
import type { ResultStore } from './results.ts'

interface Around {
	results: Pick<ResultStore, 'keep'>
	gate: Gate
	/** Told of each that was written. */
	kept: (result: Result) => void
}

export class Keeping {
	readonly #around: Around
	readonly #of: Omit<Result, 'id' | 'polls'>
	#last: Result | null = null

	constructor(around: Around, of: Omit<Result, 'id' | 'polls'>) {
		this.#around = around
		this.#of = of
	}

	/**
	 * Writes the answers once one may write, in one row for the whole presentation.
	 * @returns what is kept; null where nobody has answered anything
	 */
	async keep(polls: Result['polls']): Promise<Result | null> {
		if (!this.#last && polls.length === 0) return null
		await this.#around.gate.passed()
		if (JSON.stringify(polls) === JSON.stringify(this.#last?.polls)) return this.#last
		this.#last = this.#around.results.keep({ ...this.#of, polls }, this.#last?.id)
		this.#around.kept(this.#last)
		return this.#last
	}
}
