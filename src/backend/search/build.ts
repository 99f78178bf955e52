/** lunr's index over passages. Words are found and stemmed by domain/search/words.ts, so that index, query and marks agree. */
import lunr from 'lunr'
import type { Passage } from '#contract/search.ts'
import { wordsOf } from '#domain/search/words.ts'

export const fields = { title: 3, context: 1.5, text: 1 } as const

/** @returns an index whose refs are positions in `passages`. */
export function buildIndex(passages: readonly Passage[]): lunr.Index {
	const builder = new lunr.Builder()
	builder.ref('position')
	for (const [field, boost] of Object.entries(fields)) builder.field(field, { boost })
	builder.tokenizer = Object.assign(
		(value?: object | string | object[] | null) =>
			wordsOf(String(value ?? ''))
				.filter((word) => !word.common)
				.map((word) => new lunr.Token(word.term, {})),
		{ separator: /\s+/ },
	)
	for (const [position, { title, context, text }] of passages.entries()) builder.add({ position, title, context, text })
	return builder.build()
}
