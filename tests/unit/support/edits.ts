/** Made-up texts, edits to them, and what became of each passage: seeded, so that every run is the same. */

import { selectorOf, type TextSelector } from '#domain/anchoring/selectors.ts'
import { pick, type Random, randomOf } from '../../bench/words.ts'

/** A word with what follows it; `from` says which word of the old text it was. */
interface Piece {
	text: string
	from?: number
}

/** What became of a passage: where it stands now, whether it reads the same, or that none of it is left. */
export type Fate = { kind: 'intact' | 'touched'; start: number; end: number } | { kind: 'deleted' }

export interface Edited {
	oldText: string
	text: string
	/** @returns what became of the words from one to another (both included). */
	fate(first: number, last: number): Fate
	/** @returns the selector of these words, without the white space after them. */
	selector(first: number, last: number): TextSelector
	/** How many words the old text has. */
	words: number
}

const syllables = 'ba den ri so mel ta vo lin ker pa u shi gra nor est ly phi con ter mi'.split(' ')
const stock = [
	'in the course of treatment ',
	'the patient and the therapist ',
	'it has been shown that ',
	'as a rule, ',
]

/** @returns words, the first few of them as frequent as those of everyday. */
function wordSource(random: Random): () => string {
	const words = Array.from({ length: 1500 }, () =>
		Array.from({ length: 1 + Math.floor(random() * 3.5) }, () => pick(syllables, random)).join(''),
	)
	return () => words[Math.floor(random() ** 2.5 * words.length)] as string
}

/** @returns a text of about so many characters: paragraphs of sentences, with phrases that occur again and again. */
function madeUp(length: number, random: Random): string[] {
	const word = wordSource(random)
	const pieces: string[] = []
	for (let size = 0; size < length; ) {
		const before = pieces.length
		for (let left = 3 + Math.floor(random() * 6); left > 0; left--) pieces.push(...sentence(word, random))
		pieces.push(`${(pieces.pop() as string).trimEnd()}\n`)
		for (let at = before; at < pieces.length; at++) size += (pieces[at] as string).length
	}
	pieces.push('end')
	return pieces
}

function sentence(word: () => string, random: Random): string[] {
	const words = Array.from({ length: 6 + Math.floor(random() * 18) }, () => `${word()}${random() < 0.1 ? ', ' : ' '}`)
	if (random() < 0.3) words.splice(2, 0, ...(pick(stock, random).match(/\S+\s/g) as string[]))
	words[words.length - 1] = `${(words.at(-1) as string).replace(/,? $/, '')}. `
	return words
}

/** Makes a text and edits about this share of its words: words, phrases, sentences; `moves` paragraphs change places. */
export function editedText(seed: number, length: number, share: number, moves = 2): Edited {
	const random = randomOf(seed)
	const word = wordSource(random)
	const old = madeUp(length, random)
	let pieces: Piece[] = old.map((text, from) => ({ text, from }))
	const fresh = (count: number): Piece[] => Array.from({ length: count }, () => ({ text: `${word()} ` }))
	for (let left = Math.floor(old.length * share); left > 0; ) {
		const at = Math.floor(random() * (pieces.length - 40))
		const chance = random()
		const few = 1 + Math.floor(random() * 3)
		const many = 12 + Math.floor(random() * 20)
		// A new beginning or end of the word: the word remains.
		if (chance < 0.3) pieces.splice(at, 1, respelled(pieces[at] as Piece, random))
		else if (chance < 0.55) pieces.splice(at, few, ...fresh(1 + Math.floor(random() * 3)))
		else if (chance < 0.7) pieces.splice(at, few)
		else if (chance < 0.9) pieces.splice(at, 0, ...fresh(few))
		else if (chance < 0.93) pieces.splice(at, 0, ...fresh(many))
		else if (chance < 0.97) pieces.splice(at, many)
		else pieces.splice(at, many, ...fresh(many))
		left -= chance < 0.3 ? 1 : chance < 0.9 ? few : many
	}
	for (let n = 0; n < moves; n++) pieces = moved(pieces, random)
	return outcome(old, pieces)
}

function respelled({ text, ...piece }: Piece, random: Random): Piece {
	const letters = text.match(/^\w+/)?.[0] ?? ''
	const stem = random() < 0.5 ? letters.slice(0, -1) : letters
	return { ...piece, text: stem + pick(syllables, random) + text.slice(letters.length) }
}

/** Takes one paragraph out and puts it in before another. */
function moved(pieces: readonly Piece[], random: Random): Piece[] {
	const paragraphs: Piece[][] = [[]]
	for (const piece of pieces) {
		paragraphs.at(-1)?.push(piece)
		if (piece.text.endsWith('\n')) paragraphs.push([])
	}
	const last = paragraphs.pop() ?? []
	const [taken] = paragraphs.splice(Math.floor(random() * paragraphs.length), 1)
	paragraphs.splice(Math.floor(random() * paragraphs.length), 0, taken ?? [])
	return [...paragraphs.flat(), ...last]
}

function outcome(old: readonly string[], pieces: readonly Piece[]): Edited {
	const oldStarts = startsOf(old)
	const starts = startsOf(pieces.map(({ text }) => text))
	const oldText = old.join('')
	const text = pieces.map((piece) => piece.text).join('')
	const now = new Map(pieces.flatMap(({ from }, at) => (from === undefined ? [] : [[from, at] as const])))
	const rangeIn = (words: readonly string[], at: readonly number[], first: number, last: number) => ({
		start: at[first] as number,
		end: (at[last] as number) + (words[last] as string).trimEnd().length,
	})
	const newWords = pieces.map((piece) => piece.text)
	return {
		oldText,
		text,
		words: old.length,
		selector(first, last) {
			const { start, end } = rangeIn(old, oldStarts, first, last)
			return selectorOf(oldText, start, end)
		},
		fate(first, last) {
			const left = Array.from({ length: last - first + 1 }, (_, n) => now.get(first + n)).filter(
				(at) => at !== undefined,
			)
			if (!left.length) return { kind: 'deleted' }
			const part = largestPart(left)
			const range = rangeIn(newWords, starts, part[0] as number, part.at(-1) as number)
			const was = rangeIn(old, oldStarts, first, last)
			const same = text.slice(range.start, range.end) === oldText.slice(was.start, was.end)
			const whole = left.length === last - first + 1 && left.every((at, n) => at === (left[0] as number) + n)
			return { kind: same && whole ? 'intact' : 'touched', ...range }
		},
	}
}

/** Where a move tore a passage apart, the part with more words is the passage. */
function largestPart(places: readonly number[]): number[] {
	const parts: number[][] = []
	for (const place of places) {
		const last = parts.at(-1)
		const away = place - (last?.at(-1) ?? 0)
		if (last && away > 0 && away < 50) last.push(place)
		else parts.push([place])
	}
	return parts.sort((a, b) => b.length - a.length)[0] ?? []
}

function startsOf(words: readonly string[]): number[] {
	let at = 0
	return words.map((word) => {
		at += word.length
		return at - word.length
	})
}

export interface Annotated {
	selector: TextSelector
	fate: Fate
}

/**
 * @param wanted how many of each fate, or how many in all
 * @returns annotations of one to 24 words
 */
export function annotationsOf(
	edited: Edited,
	seed: number,
	wanted: Record<Fate['kind'], number> | number,
): Annotated[] {
	const random = randomOf(seed)
	const total = typeof wanted === 'number' ? wanted : wanted.intact + wanted.touched + wanted.deleted
	const left = typeof wanted === 'number' ? undefined : { ...wanted }
	const chosen: Annotated[] = []
	for (let tries = 0; chosen.length < total; tries++) {
		if (tries > 1_000_000) throw new Error('The edits leave too few passages of one kind.')
		const first = Math.floor(random() * (edited.words - 24))
		const last = first + Math.floor(random() * 24)
		const fate = edited.fate(first, last)
		if (left && --left[fate.kind] < 0) continue
		chosen.push({ selector: edited.selector(first, last), fate })
	}
	return chosen
}

/** The case: 2,000 annotations on 50,000 characters of which 5 % were edited. */
export function largeCase(): Edited & { annotations: Annotated[] } {
	const edited = editedText(4, 50_000, 0.05)
	return { ...edited, annotations: annotationsOf(edited, 5, { intact: 1757, touched: 193, deleted: 50 }) }
}

/** @returns how much of two ranges is the same, from 0 to 1. */
export function overlapShare(one: object, other: object | undefined): number {
	if (!other || !isRange(one) || !isRange(other)) return 0
	const shared = Math.min(one.end, other.end) - Math.max(one.start, other.start)
	return Math.max(0, shared) / (Math.max(one.end, other.end) - Math.min(one.start, other.start))
}

const isRange = (value: object): value is { start: number; end: number } => 'start' in value
