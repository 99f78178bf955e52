import { wordsOf } from '#domain/search/words.ts'

/** @returns a query as an index of folded words has it, the last word as a beginning; undefined where it holds no word. */
export function wantedBy(query: string): string | undefined {
	const words = wordsOf(query).map(({ folded }) => `"${folded}"`)
	return words.length ? `${words.join(' ')}${/\s$/.test(query) ? '' : '*'}` : undefined
}
