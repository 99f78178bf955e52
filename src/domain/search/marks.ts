/** Where the words of a query stand in a text, and the stretch of text worth showing around them. */
import { type Query, saysWord } from './query.ts'
import { type Word, wordsOf } from './words.ts'

export type Mark = [start: number, end: number]

/** A word that answers the query, or a run of words that is one of its phrases. */
type Found = Pick<Word, 'start' | 'end' | 'term'>

/** @returns whether a word of a text answers one of the query's words by itself. */
const answers = (word: Word, query: Query): boolean =>
	query.words.some((wanted) => wanted.term === word.term) ||
	(query.prefix !== undefined && word.folded.startsWith(query.prefix)) ||
	query.terms?.has(word.term) === true

/** What answers the query in a text, in order and without overlaps. */
function wordsFound(text: string, query: Query): Found[] {
	const words = wordsOf(text)
	const found: Found[] = []
	for (let at = 0; at < words.length; at++) {
		const word = words[at] as Word
		const phrase = query.phrases.find((wanted) =>
			wanted.words.every((_, index) => saysWord(wanted, index, words[at + index]?.folded ?? '')),
		)
		if (phrase) {
			at += phrase.words.length - 1
			found.push({ ...word, end: words[at]?.end ?? word.end })
		} else if (answers(word, query)) found.push(word)
	}
	return found
}
const markOf = ({ start, end }: Found): Mark => [start, end]

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
function densest(found: readonly Found[], reach: number): Mark {
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
