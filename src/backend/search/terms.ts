/** The words of an index, sorted, to continue a word being typed and to forgive a slip of the finger. */
import { stem, type Word } from '#domain/search/words.ts'

export interface WeightedTerm {
	term: string
	boost: number
}
interface Entry {
	word: string
	term: string
	/** Number of field entries that hold the term. */
	count: number
}

// Few enough continuations to score within a keystroke; the most frequent ones are kept.
const mostContinuations = 24
const mostNear = 8

export class TermList {
	/** Words as they are typed, in code-unit order, each with the term that stands for it. */
	readonly #words: readonly Entry[]
	readonly #known: ReadonlySet<string>

	/**
	 * @param words folded words in code-unit order
	 * @param serialised lunr's serialised index, whose inverted index is a list of [term, postings]
	 */
	constructor(words: readonly string[], serialised: object) {
		const entries = (serialised as { invertedIndex: [string, Record<string, object>][] }).invertedIndex
		const counts = new Map(entries.map(([term, postings]) => [term, countOf(postings)]))
		this.#known = new Set(counts.keys())
		this.#words = words.map((word) => {
			const term = stem(word)
			return { word, term, count: counts.get(term) ?? 0 }
		})
	}

	/** @returns terms that answer one word: the word itself first, then what continues it, else near spellings. */
	answers(word: Word, prefix: string | undefined): WeightedTerm[] {
		const exact = this.#known.has(word.term) ? [{ term: word.term, boost: 10 }] : []
		const more = prefix ? this.startingWith(prefix).filter(({ term }) => term !== word.term) : []
		return exact.length || more.length ? [...exact, ...more] : this.#near(word.folded)
	}

	/** @returns the most frequent terms of words that begin with `prefix`. */
	startingWith(prefix: string): WeightedTerm[] {
		let low = 0
		let high = this.#words.length
		while (low < high) {
			const middle = (low + high) >> 1
			if ((this.#words[middle]?.word ?? '') < prefix) low = middle + 1
			else high = middle
		}
		let end = low
		while (this.#words[end]?.word.startsWith(prefix)) end++
		return mostFrequent(this.#words.slice(low, end), mostContinuations, 2)
	}

	#near(word: string): WeightedTerm[] {
		if (word.length < 4) return []
		const near = this.#words.filter(
			(entry) => Math.abs(entry.word.length - word.length) <= 1 && isOneEditAway(entry.word, word),
		)
		return mostFrequent(near, mostNear, 1)
	}
}

/** The terms of some words, each once, the most frequent first. */
function mostFrequent(entries: readonly Entry[], most: number, boost: number): WeightedTerm[] {
	const counts = new Map(entries.filter(({ count }) => count > 0).map(({ term, count }) => [term, count]))
	return [...counts]
		.sort(([, a], [, b]) => b - a)
		.slice(0, most)
		.map(([term]) => ({ term, boost }))
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
