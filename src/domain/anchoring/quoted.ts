/** Anchoring by the selector alone: position, quote with its surroundings, then what is like it. */
import type { Anchor } from './anchor.ts'
import { nearest } from './fuzzy.ts'
import type { TextSelector } from './selectors.ts'

/** So many characters, quote and surroundings together, are no coincidence. */
export const telling = 32
/** How far around the old place a reworded quote is looked for first. */
const nearby = 2000
/** How much of one side's surroundings has to agree when the other side agrees in full. */
const half = 16

/** @returns where the quote stands; certain where it can be no other place. */
export function anchorByQuote(text: string, selector: TextSelector): Anchor {
	const { exact, prefix, suffix, start } = selector
	if (!exact) return { state: 'orphan' }
	const whole = prefix + exact + suffix
	if (start >= 0 && text.startsWith(exact, start) && text.startsWith(whole, start - prefix.length))
		return { state: 'anchored', start, end: start + exact.length }
	const only = occurrences(text, whole, 2)
	if (only.length === 1 && whole.length >= telling)
		return verbatim(text, (only[0] as number) + prefix.length, exact, true)
	return byContext(text, selector) ?? byLikeness(text, selector)
}

/** @returns the first places, `most` at the most, where a text has these words. */
function occurrences(text: string, words: string, most: number): number[] {
	const places: number[] = []
	for (let at = text.indexOf(words); at !== -1 && places.length < most; at = text.indexOf(words, at + 1))
		places.push(at)
	return places
}

function verbatim(text: string, start: number, exact: string, certain: boolean): Anchor {
	const end = start + exact.length
	return { state: 'moved', start, end, certain, similarity: 1, found: text.slice(start, end) }
}

/** The occurrence of the quote whose surroundings agree best, then the nearest. */
function byContext(text: string, { exact, prefix, suffix, start }: TextSelector): Anchor | undefined {
	const ranked = occurrences(text, exact, 1000)
		.map((at) => ({
			at,
			before: sameEnd(text, at, prefix),
			after: sameBeginning(text, at + exact.length, suffix),
			away: start < 0 ? 0 : Math.abs(at - start),
		}))
		.sort((a, b) => b.before + b.after - a.before - a.after || a.away - b.away)
	const best = ranked[0]
	if (!best) return undefined
	const agree = best.before + best.after
	// Words of everyday without their surroundings would be attached to any place.
	if (agree + exact.length < telling && agree < half) return { state: 'orphan' }
	const sides = [prefix.length - best.before, suffix.length - best.after]
	const certain =
		ranked.length === 1 &&
		agree + exact.length >= telling &&
		sides.includes(0) &&
		Math.min(best.before, best.after) >= half
	return verbatim(text, best.at, exact, certain)
}

function sameEnd(text: string, offset: number, words: string): number {
	let length = 0
	while (length < words.length && length < offset && text.at(offset - 1 - length) === words.at(-1 - length)) length++
	return length
}

function sameBeginning(text: string, offset: number, words: string): number {
	let length = 0
	while (length < words.length && text[offset + length] === words[length]) length++
	return length
}

/** A passage that is like the quote: near the old place, else anywhere. Never certain. */
function byLikeness(text: string, { exact, start }: TextSelector): Anchor {
	const from = start < 0 ? 0 : Math.max(0, start - nearby)
	const to = start < 0 ? text.length : start + exact.length + nearby
	const found = nearest(text, exact, from, to, start) ?? nearest(text, exact, 0, text.length, start)
	if (!found) return { state: 'orphan' }
	return { state: 'moved', ...found, certain: false, found: text.slice(found.start, found.end) }
}
