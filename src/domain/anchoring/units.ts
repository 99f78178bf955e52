/** Sentences and paragraphs of a canonical text: what a keyboard moves by. */

/** Offsets in UTF-16 units, the end not included. */
export interface Range {
	start: number
	end: number
}

/** What a full stop follows without ending a sentence. */
const abbreviation =
	/(?:^|[\s([“"‘'])(?:Dr|Mr|Mrs|Ms|Prof|St|Jr|Sr|vs|cf|ca|approx|et al|etc|e\.\s?g|i\.\s?e|viz|Fig|No|Vol|pp?|ch|ed|eds|resp|[A-Z])\.\s*$/u
/** These may end a sentence as well: they do where a capital follows. */
const either = /(?:et al|etc|Jr|Sr)\.\s*$/u

/** @returns the lines of the text that hold words: each block of a document is one. */
export function paragraphsOf(text: string): Range[] {
	return [...text.matchAll(/[^\n]*\S[^\n]*/g)].map(({ 0: line, index }) => trimmed(text, index, index + line.length))
}

/** @returns the sentences, in order, without the white space between them; none reaches beyond its paragraph. */
export function sentencesOf(text: string, locale = 'en'): Range[] {
	const segmenter = 'Segmenter' in Intl ? new Intl.Segmenter(locale, { granularity: 'sentence' }) : undefined
	return paragraphsOf(text).flatMap(({ start, end }) => {
		const paragraph = text.slice(start, end)
		const pieces = segmenter ? [...segmenter.segment(paragraph)].map(({ segment }) => segment) : roughly(paragraph)
		let at = start
		return joined(pieces).map((sentence) => {
			at += sentence.length
			return trimmed(text, at - sentence.length, at)
		})
	})
}

const roughly = (paragraph: string): string[] => paragraph.match(/.+?(?:[.!?…]+["”’')\]]*\s+|$)/gsu) ?? []

/** Puts together what was cut after an abbreviation. */
function joined(pieces: readonly string[]): string[] {
	const sentences: string[] = []
	for (const piece of pieces) {
		const last = sentences.at(-1)
		if (last !== undefined && goesOn(last, piece)) sentences[sentences.length - 1] = last + piece
		else sentences.push(piece)
	}
	return sentences
}

const goesOn = (sentence: string, next: string): boolean =>
	/^\p{Ll}/u.test(next) || (abbreviation.test(sentence) && !(either.test(sentence) && /^\p{Lu}/u.test(next)))

function trimmed(text: string, start: number, end: number): Range {
	const piece = text.slice(start, end)
	return { start: start + piece.length - piece.trimStart().length, end: end - piece.length + piece.trimEnd().length }
}

/** @returns the unit that an offset is in, or the first one after it; undefined behind the last. */
export const unitAt = (units: readonly Range[], offset: number): Range | undefined =>
	units[firstEndingAfter(units, offset)]

/** @returns the first unit that begins after an offset. */
export function nextUnit(units: readonly Range[], offset: number): Range | undefined {
	const at = firstEndingAfter(units, offset)
	const unit = units[at]
	return unit && unit.start > offset ? unit : units[at + 1]
}

/** @returns the last unit that begins before an offset: within a unit that is its own beginning. */
export function previousUnit(units: readonly Range[], offset: number): Range | undefined {
	const at = firstEndingAfter(units, offset)
	const unit = units[at]
	return unit && unit.start < offset ? unit : units[at - 1]
}

/**
 * Extends a selection by a unit. One that was extended too far is taken back by the other direction.
 * @param selection from where it was begun (`anchor`) to where it is extended (`focus`), which may stand before it
 * @returns the new focus: the end of a unit going forward, the beginning of one going back; unchanged at the text's ends
 */
export function extended(
	units: readonly Range[],
	{ anchor, focus }: { anchor: number; focus: number },
	direction: 'forward' | 'back',
): number {
	// The half of the selection that begins a unit is extended by ends, the one that ends a unit by beginnings.
	const ends = direction === 'forward' ? focus >= anchor : focus > anchor
	const edges = units.map(({ start, end }) => (ends ? end : start))
	const edge = direction === 'forward' ? edges.find((each) => each > focus) : edges.findLast((each) => each < focus)
	if (edge === undefined) return direction === 'forward' || focus < anchor ? focus : anchor
	// A selection that is taken back does not turn round in one step.
	const turns = (focus - anchor) * (edge - anchor) < 0
	return turns ? anchor : edge
}

function firstEndingAfter(units: readonly Range[], offset: number): number {
	let [low, high] = [0, units.length]
	while (low < high) {
		const middle = (low + high) >> 1
		if ((units[middle] as Range).end > offset) high = middle
		else low = middle + 1
	}
	return low
}
