/** A query as typed: words, phrases in quotation marks, and the beginning of a word that is still being typed. */
import { type Word, wordsOf } from './words.ts'

/** Words that must stand next to each other, in this order. */
export interface Phrase {
	words: Word[]
	/** Whether the last word may still go on: the closing quotation mark is not typed yet. */
	open: boolean
}

export interface Query {
	/** Telling words outside phrases; common ones only when there is nothing else. */
	words: Word[]
	phrases: Phrase[]
	/** The last word, while it is being typed. */
	prefix?: string
	/** Terms that the search took for words of the query: their continuations, or what a slip of the finger stood for. */
	terms?: ReadonlySet<string>
}

const quotes = /["“”„«»]/u

/** @returns a query without its quotation marks: the same words, wherever they stand. */
export const withoutQuotes = (text: string): string => text.replaceAll(new RegExp(quotes, 'gu'), ' ').trim()

/** @returns what a query asks for. Text between quotation marks is a phrase; one that is not closed reaches to the end. */
export function readQuery(text: string): Query {
	const parts = text.split(quotes)
	const loose = wordsOf(parts.filter((_, index) => index % 2 === 0).join(' '))
	const phrases = parts.flatMap((part, index): Phrase[] => {
		const words = index % 2 ? wordsOf(part) : []
		return words.length ? [{ words, open: index === parts.length - 1 && !/\s$/.test(part) }] : []
	})
	const telling = loose.filter((word) => !word.common)
	const last = parts.length % 2 ? wordsOf(parts.at(-1) ?? '').at(-1) : undefined
	const typing = last !== undefined && !/\s$/.test(text)
	const words = telling.length || typing || phrases.length ? telling : loose
	return { words, phrases, ...(typing && last.folded.length > 1 ? { prefix: last.folded } : {}) }
}

/** @returns whether `found` says what a phrase's word at `index` asks: the very word, or its continuation while it is typed. */
export const saysWord = (phrase: Phrase, index: number, found: string): boolean => {
	const wanted = phrase.words[index]?.folded ?? ''
	return phrase.open && index === phrase.words.length - 1 ? found.startsWith(wanted) : found === wanted
}

/** @returns a text as one line of folded words, in which phrases can be looked up: ` one night of love `. */
export const wordLine = (text: string): string =>
	` ${wordsOf(text)
		.map(({ folded }) => folded)
		.join(' ')} `

/** @returns whether a line of words (`wordLine`) holds a phrase. */
export const holdsPhrase = (line: string, { words, open }: Phrase): boolean =>
	line.includes(` ${words.map(({ folded }) => folded).join(' ')}${open ? '' : ' '}`)

/** @returns a query in which one word, as `wordsOf` folds it, is written differently. */
export function respell(text: string, folded: string, spelling: string): string {
	const word = wordsOf(text).find((candidate) => candidate.folded === folded)
	return word ? text.slice(0, word.start) + spelling + text.slice(word.end) : text
}
