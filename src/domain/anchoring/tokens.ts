/** Texts as words and marks: what alignment counts in. White space and the way an accent is encoded make no difference. */

export interface Tokens {
	/** The same number for the same word, also across the texts that one `Lexicon` has read. */
	ids: Int32Array
	/** Where each begins and ends (UTF-16 offsets). */
	starts: Int32Array
	ends: Int32Array
}

/** Gives out the numbers. */
export class Lexicon {
	readonly #ids = new Map<string, number>()

	/** @returns the words of a text, and every other character that is not white space, in order. */
	read(text: string): Tokens {
		const ids: number[] = []
		const starts: number[] = []
		const ends: number[] = []
		for (const { 0: token, index } of text.matchAll(/[\p{L}\p{M}\p{N}]+|\S/gu)) {
			ids.push(this.#idOf(token))
			starts.push(index)
			ends.push(index + token.length)
		}
		return { ids: Int32Array.from(ids), starts: Int32Array.from(starts), ends: Int32Array.from(ends) }
	}

	#idOf(token: string): number {
		const known = this.#ids.get(token)
		if (known !== undefined) return known
		const composed = token.normalize('NFC')
		const id = composed === token ? this.#ids.size : this.#idOf(composed)
		this.#ids.set(token, id)
		return id
	}
}

/** @returns the place of the first token that ends after an offset; their number when there is none. */
export function tokenAfter({ ends }: Tokens, offset: number): number {
	let [low, high] = [0, ends.length]
	while (low < high) {
		const middle = (low + high) >> 1
		if ((ends[middle] as number) > offset) high = middle
		else low = middle + 1
	}
	return low
}

/** Where each word of a text stands, so that a run of words is found by its rarest one. */
export class Places {
	readonly #ids: Int32Array
	readonly #byId = new Map<number, number[]>()

	constructor({ ids }: Tokens) {
		this.#ids = ids
		ids.forEach((id, at) => {
			const places = this.#byId.get(id)
			if (places) places.push(at)
			else this.#byId.set(id, [at])
		})
	}

	/** @returns where the run `ids[from..to]` (both included) of another text stands in this one. */
	of(ids: Int32Array, from: number, to: number): number[] {
		let rarest: { places: number[]; at: number } | undefined
		for (let at = from; at <= to; at++) {
			const places = this.#byId.get(ids[at] as number)
			if (!places) return []
			if (!rarest || places.length < rarest.places.length) rarest = { places, at }
		}
		if (!rarest) return []
		const lead = rarest.at - from
		return rarest.places.map((place) => place - lead).filter((place) => this.#stands(ids, from, to, place))
	}

	#stands(ids: Int32Array, from: number, to: number, place: number): boolean {
		for (let at = from; at <= to; at++) if (ids[at] !== this.#ids[place + at - from]) return false
		return true
	}
}
