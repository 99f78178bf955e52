/** The words of all packs, sorted: to continue a word that is being typed, to forgive a slip of the finger, to offer what is near. */
import { stem } from '#domain/search/words.ts'
import { isOneSlipAway, slipsBetween } from './spelling.ts'

interface Entry {
	/** As it is typed: folded, not stemmed. */
	word: string
	/** What stands for it in the index. */
	term: string
	/** How many postings its term has. */
	count: number
}

/** Of shorter words, nearly all are one slip away from one another. */
const shortest = 4
const mostNear = 8
const mostOffered = 5

export class Vocabulary {
	/** In code-unit order. */
	readonly #entries: readonly Entry[]

	/**
	 * @param words folded words, in any order
	 * @param countOf how many postings a term has
	 */
	constructor(words: Iterable<string>, countOf: (term: string) => number) {
		this.#entries = [...new Set(words)]
			.sort((a, b) => (a < b ? -1 : 1))
			.map((word) => {
				const term = stem(word)
				return { word, term, count: countOf(term) }
			})
	}

	/** @returns the terms of all words that begin with `prefix`. */
	startingWith(prefix: string): Set<string> {
		return new Set(this.#between(prefix).map(({ term }) => term))
	}

	/**
	 * Words one slip away from what was typed, the likeliest first; else words of which a beginning is one slip away.
	 * @returns spellings with their terms
	 */
	near(typed: string): Entry[] {
		const { length } = typed
		if (length < shortest - 1) return []
		const whole = this.#entries.filter(
			({ word }) => word.length >= shortest && Math.abs(word.length - length) <= 1 && isOneSlipAway(word, typed),
		)
		if (whole.length) return likeliest(whole, typed).slice(0, mostNear)
		if (length < shortest) return []
		const begun = this.#entries.filter(
			({ word }) =>
				word.length > length && [0, 1, -1].some((more) => isOneSlipAway(word.slice(0, length + more), typed)),
		)
		return likeliest(begun, typed).slice(0, mostNear)
	}

	/** @returns the words worth offering instead of one that nothing is near to: two slips away, or with the longest common beginning. */
	offers(typed: string): string[] {
		const two = this.#entries.filter(({ word }) => slipsBetween(word, typed, 2) <= 2)
		let shared = two
		for (let length = typed.length - 1; length > 2 && !shared.length; length--)
			shared = this.#between(typed.slice(0, length))
		// Of one word's forms, one is enough.
		const words = new Map(likeliest(shared, typed).map(({ term, word }) => [term, word]))
		return [...words.values()].slice(0, mostOffered)
	}

	#between(prefix: string): Entry[] {
		let low = 0
		let high = this.#entries.length
		while (low < high) {
			const middle = (low + high) >> 1
			if ((this.#entries[middle]?.word ?? '') < prefix) low = middle + 1
			else high = middle
		}
		let end = low
		while (this.#entries[end]?.word.startsWith(prefix)) end++
		return this.#entries.slice(low, end)
	}
}

/** Fingers seldom miss the first letter; of the rest, the word that is written most often. */
function likeliest(entries: readonly Entry[], typed: string): Entry[] {
	const first = ({ word }: Entry) => (word[0] === typed[0] ? 0 : 1)
	return [...entries].sort((a, b) => first(a) - first(b) || b.count - a.count || (a.word < b.word ? -1 : 1))
}
