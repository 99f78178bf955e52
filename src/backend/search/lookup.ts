/** From a query to the terms of the index that answer each of its words. */
import type { Reading } from '#contract/search.ts'
import type { Query } from '#domain/search/query.ts'
import type { Vocabulary } from './vocabulary.ts'

/** What answers one word of the query: terms with what a match of each is worth. */
export type Group = ReadonlyMap<string, number>

export interface Lookup {
	/** One for each word that is looked for by itself. */
	groups: Group[]
	/** One for each telling word of the phrases: a passage must have them all before its text is looked at. */
	required: Group[]
	readings: Reading[]
}

const worth = { word: 10, continuation: 2, near: 1 }
const weighed = (terms: Iterable<string>, boost: number): [string, number][] => [...terms].map((term) => [term, boost])

/** @param known whether a term is in the index */
export function lookUp(query: Query, vocabulary: Vocabulary, known: (term: string) => boolean): Lookup {
	const readings: Reading[] = []
	const groups: Group[] = []
	const continuations = query.prefix === undefined ? [] : vocabulary.startingWith(query.prefix)
	for (const word of query.words) {
		const group = new Map(word.folded === query.prefix ? weighed(continuations, worth.continuation) : [])
		if (known(word.term)) group.set(word.term, worth.word)
		if (!group.size) {
			const near = vocabulary.near(word.folded)
			// What is written often was meant more probably; otherwise the rarest neighbour would come first.
			const most = Math.max(...near.map(({ count }) => count))
			for (const { term, count } of near) group.set(term, (worth.near * count) / most)
			const words = near.length ? near.map(({ word: spelling }) => spelling) : vocabulary.offers(word.folded)
			readings.push({ typed: word.folded, taken: near.length > 0, words })
		}
		groups.push(group)
	}
	// A common word is not looked for, but it may become another one while it is typed.
	if (query.prefix !== undefined && !query.words.some(({ folded }) => folded === query.prefix))
		groups.push(new Map(weighed(continuations, worth.continuation)))
	const required = query.phrases.flatMap(({ words, open }) =>
		words
			.filter((word, index) => !word.common && !(open && index === words.length - 1))
			.map(({ term }) => new Map([[term, worth.word]])),
	)
	return { groups, required, readings }
}
