/** Words of a text as search sees them: found, folded and stemmed the same way for the index, the query and the marks. */
import lunr from 'lunr'

export interface Word {
	/** Where it stands in the text: UTF-16 offsets. */
	start: number
	end: number
	/** Lower case without diacritics. */
	folded: string
	/** The stem of `folded` (Porter, through lunr). */
	term: string
	/** A word too common to tell passages apart. */
	common: boolean
}

// A letter and whatever hangs on it: accents may stand as characters of their own.
const pattern = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:['’][\p{L}\p{N}][\p{L}\p{N}\p{M}]*)*/gu

/** Letters that have no accent to take off, as they are typed on a keyboard without them. */
const plainLetters: Record<string, string> = {
	ß: 'ss',
	æ: 'ae',
	œ: 'oe',
	ø: 'o',
	ł: 'l',
	đ: 'd',
	ð: 'd',
	þ: 'th',
	ı: 'i',
}

/** @returns the text in lower case, without diacritics and possessive endings: `Céline’s` → `celine`. */
export const fold = (text: string): string =>
	text
		.normalize('NFD')
		.replace(/\p{M}+/gu, '')
		.toLowerCase()
		.replace(/[ßæœøłđðþı]/g, (letter) => plainLetters[letter] ?? letter)
		.replace(/[’']s$/, '')
		.replace(/[’']/g, '')

const stems = new Map<string, string>()

/** @returns the stem that stands for a folded word in the index. */
export function stem(folded: string): string {
	let known = stems.get(folded)
	if (known === undefined) {
		known = lunr.stemmer(new lunr.Token(folded, {})).toString()
		if (stems.size > 50_000) stems.clear()
		stems.set(folded, known)
	}
	return known
}

const isCommon = (folded: string) => lunr.stopWordFilter(new lunr.Token(folded, {})) === undefined

/** @returns all words of a text, in order. */
export function wordsOf(text: string): Word[] {
	return [...text.matchAll(pattern)].map((match) => {
		const folded = fold(match[0])
		return {
			start: match.index,
			end: match.index + match[0].length,
			folded,
			term: stem(folded),
			common: isCommon(folded),
		}
	})
}
