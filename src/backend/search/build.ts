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

/** @returns the words of the passages as they are typed (folded), each once, in code-unit order; common ones are left out. */
export function vocabularyOf(passages: readonly Passage[]): string[] {
	const words = new Set<string>()
	for (const { title, context, text } of passages)
		for (const part of [title, context, text])
			for (const word of wordsOf(part)) if (!word.common) words.add(word.folded)
	return [...words].sort((a, b) => (a < b ? -1 : 1))
}
