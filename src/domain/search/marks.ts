/** Where the words of a query stand in a text, and the stretch of text worth showing around them. */
import { type Word, wordsOf } from './words.ts'

export type Mark = [start: number, end: number]

/** A query as words; the last one, while it is being typed, also counts as a beginning. */
export interface Query {
	words: Word[]
	prefix?: string
	/** Terms that the search took for words of the query: their continuations, or what a slip of the finger stood for. */
	terms?: ReadonlySet<string>
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
	(query.prefix !== undefined && word.folded.startsWith(query.prefix)) ||
	query.terms?.has(word.term) === true

const wordsFound = (text: string, query: Query): Word[] => wordsOf(text).filter((word) => answers(word, query))
const markOf = ({ start, end }: Word): Mark => [start, end]

/** @returns where the query's words stand in `text`, in order (UTF-16 offsets). */
export const marksIn = (text: string, query: Query): Mark[] => wordsFound(text, query).map(markOf)

/**
 * Cuts a stretch of about `length` characters around the place with most of the query's words.
 * @returns the stretch in one line, with an ellipsis where it was cut, and the marks inside it
 */
export function excerptOf(text: string, query: Query, length = 220): { excerpt: string; marks: Mark[] } {
	const line = text.replaceAll('\n', ' ')
	const found = wordsFound(text, query)
	const all = found.map(markOf)
	if (text.length <= length) return { excerpt: line, marks: all }
	const best = densest(found, length * 0.7)
	const from = wordStart(text, Math.max(0, best[0] - Math.floor(length / 4)), best[0])
	const to = wordEnd(text, Math.max(best[1], from + 1), from + length)
	const lead = from > 0 ? '… ' : ''
	const shift = lead.length - from
	return {
		excerpt: `${lead}${line.slice(from, to)}${to < text.length ? ' …' : ''}`,
		marks: all.filter(([start, end]) => start >= from && end <= to).map(([start, end]) => [start + shift, end + shift]),
	}
}

/** Where the run of words begins that holds most different ones, then most, within `reach` characters. */
function densest(found: readonly Word[], reach: number): Mark {
	let best: Mark = [0, 0]
	let most = 0
	for (const first of found) {
		const near = found.filter(({ start }) => start >= first.start && start < first.start + reach)
		const rank = new Set(near.map(({ term }) => term)).size * 1000 + near.length
		if (rank > most) {
			most = rank
			best = markOf(first)
		}
	}
	return best
}

/** The first place at or after `from` where a word begins, `latest` at the latest. */
function wordStart(text: string, from: number, latest: number): number {
	if (from === 0) return 0
	const space = text.slice(from, latest).search(/\s/)
	return space < 0 ? latest : from + space + 1
}

/** The last place at or before `to` where a word has ended, but not before `earliest`. */
function wordEnd(text: string, earliest: number, to: number): number {
	if (to >= text.length) return text.length
	for (let at = to; at >= earliest; at--) if (/\s/.test(text.charAt(at))) return at
	// One word fills the whole stretch: it is cut, but not through a character.
	return /[\uD800-\uDBFF]/.test(text.charAt(to - 1)) ? to - 1 : to
}
