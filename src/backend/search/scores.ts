/** Scores of the passages that a query meets, summed up term by term. Used again for every query, so that none is allocated. */
import type { Posting } from './postings.ts'

export class Scores {
	readonly #scores: Float64Array
	/** One bit for each word of the query that a passage answers; from the 31st word on they share one. */
	readonly #answered: Uint32Array
	readonly #met: Int32Array
	#count = 0
	#bit = 0

	/** @param passages how many there are */
	constructor(passages: number) {
		this.#scores = new Float64Array(passages)
		this.#answered = new Uint32Array(passages)
		this.#met = new Int32Array(passages)
	}

	/** Positions of the passages met so far, in no order. */
	get met(): Int32Array {
		return this.#met.subarray(0, this.#count)
	}

	of(position: number): number {
		return this.#scores[position] ?? 0
	}

	/** @returns how many of the query's words a passage answers */
	answered(position: number): number {
		let bits = this.#answered[position] ?? 0
		let count = 0
		for (; bits; bits &= bits - 1) count++
		return count
	}

	clear(): void {
		for (const position of this.met) {
			this.#scores[position] = 0
			this.#answered[position] = 0
		}
		this.#count = 0
		this.#bit = 0
	}

	/** Adds the terms of the query's next word. @param terms postings, each with the worth of a match */
	addWord(terms: Iterable<[readonly Posting[], number]>): void {
		const bit = 1 << Math.min(this.#bit++, 30)
		for (const [postings, worth] of terms)
			for (const { passages, weights } of postings)
				for (let at = 0; at < passages.length; at++) {
					const position = passages[at] as number
					const before = this.#answered[position] as number
					if (!before) this.#met[this.#count++] = position
					this.#answered[position] = before | bit
					this.#scores[position] = (this.#scores[position] as number) + worth * (weights[at] as number)
				}
	}
}
