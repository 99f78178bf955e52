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

/** @returns the stem that stands for a folded word in the index. */
export const stem = (folded: string): string => lunr.stemmer(new lunr.Token(folded, {})).toString()

const isCommon = (folded: string) => lunr.stopWordFilter(new lunr.Token(folded, {})) === undefined

type Form = Pick<Word, 'folded' | 'term' | 'common'>
/** Every spelling met so far: a keystroke reads some thousand words of excerpts, most of them again and again. */
const forms = new Map<string, Form>()

function formOf(spelling: string): Form {
	let form = forms.get(spelling)
	if (!form) {
		const folded = fold(spelling)
		form = { folded, term: stem(folded), common: isCommon(folded) }
		if (forms.size > 50_000) forms.clear()
		forms.set(spelling, form)
	}
	return form
}

/** @returns all words of a text, in order. */
export function wordsOf(text: string): Word[] {
	const words: Word[] = []
	for (const match of text.matchAll(pattern)) {
		const { folded, term, common } = formOf(match[0])
		words.push({ start: match.index, end: match.index + match[0].length, folded, term, common })
	}
	return words
}
