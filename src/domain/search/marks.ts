/** Where the words of a query stand in a text, and the stretch of text worth showing around them. */
import { type Word, wordsOf } from './words.ts'

export type Mark = [start: number, end: number]

/** A query as words; the last one, while it is being typed, also counts as a beginning. */
export interface Query {
	words: Word[]
	prefix?: string
}

/** @returns the query's telling words; common ones only when there is nothing else. */
export function readQuery(text: string): Query {
	const all = wordsOf(text)
	const telling = all.filter((word) => !word.common)
	const last = all.at(-1)
	const typing = last !== undefined && !/\s$/.test(text)
	const words = telling.length || typing ? telling : all
	return { words, ...(typing && last.folded.length > 1 ? { prefix: last.folded } : {}) }
}

/** @returns whether a word of a text answers the query. */
const answers = (word: Word, query: Query): boolean =>
	query.words.some((wanted) => wanted.term === word.term) ||
	(query.prefix !== undefined && word.folded.startsWith(query.prefix))

/** @returns where the query's words stand in `text`, in order (UTF-16 offsets). */
export const marksIn = (text: string, query: Query): Mark[] =>
	wordsOf(text)
		.filter((word) => answers(word, query))
		.map((word): Mark => [word.start, word.end])

/**
 * Cuts a stretch of about `length` characters around the densest run of marks.
 * @returns the stretch with an ellipsis where it was cut, and the marks inside it
 */
export function excerptOf(text: string, query: Query, length = 220): { excerpt: string; marks: Mark[] } {
	const all = marksIn(text, query)
	if (text.length <= length) return { excerpt: text, marks: all }
	let best = 0
	let most = 0
	for (const [start] of all) {
		const count = all.filter(([at]) => at >= start && at < start + length * 0.7).length
		if (count > most) {
			most = count
			best = start
		}
	}
	let from = Math.max(0, best - Math.floor(length / 4))
	if (from > 0) from = Math.max(0, text.indexOf(' ', from) + 1)
	let to = Math.min(text.length, from + length)
	if (to < text.length) to = Math.max(from + 1, text.lastIndexOf(' ', to))
	const lead = from > 0 ? '… ' : ''
	const shift = lead.length - from
	return {
		excerpt: `${lead}${text.slice(from, to).replaceAll('\n', ' ')}${to < text.length ? ' …' : ''}`,
		marks: all.filter(([start, end]) => start >= from && end <= to).map(([start, end]) => [start + shift, end + shift]),
	}
}
