/** Passages that are nearly the same. */
import search from 'approx-string-match'

/** Below this share of equal characters, two passages are two passages. */
export const leastSimilarity = 0.55

/** @returns from 0 (nothing in common) to 1 (the same): one less the edits it takes, as a share of the longer one. */
export function similarity(one: string, other: string): number {
	const longer = Math.max(one.length, other.length)
	if (longer === 0 || one === other) return 1
	// The search lets the pattern begin and end anywhere: what lies outside has to be taken out as well.
	const edits = search(other, one, one.length).map(({ start, end, errors }) => errors + other.length - (end - start))
	return Math.max(0, 1 - Math.min(...edits, longer) / longer)
}

/** @returns the passage of `text` between two offsets that is most like `quote`, if one is like enough. */
export function nearest(text: string, quote: string, from: number, to: number, expected: number) {
	const most = Math.floor(quote.length * (1 - leastSimilarity))
	const found = search(text.slice(from, to), quote, most)
	const away = (start: number) => Math.abs(from + start - expected)
	const best = found.sort((a, b) => a.errors - b.errors || away(a.start) - away(b.start))[0]
	if (!best) return undefined
	const [start, end] = trimmed(text, from + best.start, from + best.end)
	return end > start ? { start, end, similarity: similarity(quote, text.slice(start, end)) } : undefined
}

/** A range of whole words, without the white space at its ends. */
function trimmed(text: string, start: number, end: number): [number, number] {
	let [first, last] = [start, end]
	while (first < last && /\s/.test(text.charAt(first))) first++
	while (first < last && /\s/.test(text.charAt(last - 1))) last--
	while (cutsWord(text, first)) first--
	while (cutsWord(text, last)) last++
	return [first, last]
}

/** Whether an offset is within a word, or within a character of two units. */
const cutsWord = (text: string, offset: number): boolean =>
	offset > 0 && /^(?:[\p{L}\p{M}\p{N}]{2}|[\u{10000}-\u{10FFFF}])$/u.test(text.slice(offset - 1, offset + 1))
