/** The terms of an index, sorted, to continue a word being typed and to forgive a slip of the finger. */
import type { Word } from '#domain/search/words.ts'

export interface WeightedTerm {
	term: string
	boost: number
}

// Few enough continuations to score within a keystroke; the most frequent ones are kept.
const mostContinuations = 24

export class TermList {
	/** Terms in code-point order, with the number of field entries that hold each. */
	readonly #terms: readonly { term: string; count: number }[]
	readonly #known: ReadonlySet<string>

	/** @param serialised lunr's serialised index, whose inverted index is a sorted list of [term, postings] */
	constructor(serialised: object) {
		const entries = (serialised as { invertedIndex: [string, Record<string, object>][] }).invertedIndex
		this.#terms = entries.map(([term, postings]) => ({ term, count: countOf(postings) }))
		this.#known = new Set(this.#terms.map(({ term }) => term))
	}

	/** @returns terms that answer one word: the word itself first, then what continues it, else near spellings. */
	answers(word: Word, prefix: string | undefined): WeightedTerm[] {
		const exact = this.#known.has(word.term) ? [{ term: word.term, boost: 10 }] : []
		const more = prefix ? this.startingWith(prefix).filter(({ term }) => term !== word.term) : []
		return exact.length || more.length ? [...exact, ...more] : this.#near(word.term)
	}

	/** @returns the most frequent terms that begin with `prefix`. */
	startingWith(prefix: string): WeightedTerm[] {
		let low = 0
		let high = this.#terms.length
		while (low < high) {
			const middle = (low + high) >> 1
			if ((this.#terms[middle]?.term ?? '') < prefix) low = middle + 1
			else high = middle
		}
		const found: { term: string; count: number }[] = []
		for (let at = low; at < this.#terms.length; at++) {
			const entry = this.#terms[at]
			if (!entry?.term.startsWith(prefix)) break
			found.push(entry)
		}
		return found
			.sort((a, b) => b.count - a.count)
			.slice(0, mostContinuations)
			.map(({ term }) => ({ term, boost: 2 }))
	}

	#near(word: string): WeightedTerm[] {
		if (word.length < 4) return []
		return this.#terms
			.filter(({ term }) => Math.abs(term.length - word.length) <= 1 && isOneEditAway(term, word))
			.sort((a, b) => b.count - a.count)
			.slice(0, 8)
			.map(({ term }) => ({ term, boost: 1 }))
	}
}

const countOf = (postings: Record<string, object>) =>
	Object.entries(postings).reduce(
		(sum, [field, refs]) => (field === '_index' ? sum : sum + Object.keys(refs).length),
		0,
	)

/** @returns whether one letter inserted, left out, changed, or two neighbours swapped turns `a` into `b`. */
export function isOneEditAway(a: string, b: string): boolean {
	let start = 0
	while (start < a.length && start < b.length && a[start] === b[start]) start++
	let endA = a.length
	let endB = b.length
	while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) {
		endA--
		endB--
	}
	const restA = a.slice(start, endA)
	const restB = b.slice(start, endB)
	if (restA.length <= 1 && restB.length <= 1) return true
	return restA.length === 2 && restB.length === 2 && restA[0] === restB[1] && restA[1] === restB[0]
}
