/** Cloze deletions: `{{c1::answer::hint}}`, numbered gaps that may lie in one another (Anki manual, “Cloze Deletion”). */

type Piece = string | Gap
interface Gap {
	/** Card numbers that it is a gap of, from 1: `{{c1,3::…}}` belongs to two. */
	numbers: number[]
	inside: Piece[]
	hint?: string
}

const opening = /\{\{c(\d+(?:,\d+)*)::/y

/** Reads a field. An opening without its end is text like any other. */
function read(text: string): Piece[] {
	const whole: Piece[] = []
	const open: { gap: Gap; from: number; into: Piece[] }[] = []
	let into = whole
	let plain = 0
	const flush = (end: number) => {
		if (end > plain) into.push(text.slice(plain, end))
	}
	for (let at = 0; at < text.length; ) {
		opening.lastIndex = at
		const begun = opening.exec(text)
		if (begun) {
			flush(at)
			const gap: Gap = { numbers: (begun[1] ?? '').split(',').map(Number), inside: [] }
			open.push({ gap, from: at, into })
			into = gap.inside
			at = plain = opening.lastIndex
		} else if (open.length && text.startsWith('}}', at)) {
			flush(at)
			const ended = open.pop()
			if (ended) {
				takeHint(ended.gap)
				into = ended.into
				into.push(ended.gap)
			}
			at = plain = at + 2
		} else at++
	}
	flush(text.length)
	// What was never closed goes back into the text, innermost last.
	for (const { gap, from, into: around } of open) {
		const head = /^\{\{c[\d,]+::/.exec(text.slice(from))?.[0] ?? ''
		around.push(head, ...gap.inside)
	}
	return whole
}

/** What follows the last `::` of a gap’s own text is its hint. */
function takeHint(gap: Gap): void {
	const last = gap.inside.findLastIndex((piece) => typeof piece === 'string' && piece.includes('::'))
	const piece = gap.inside[last]
	if (typeof piece !== 'string') return
	const cut = piece.indexOf('::')
	gap.hint = piece.slice(cut + 2)
	gap.inside = [...gap.inside.slice(0, last), piece.slice(0, cut)]
}

/** @returns the numbers of the gaps in a field, in order, from 1. */
export function clozeNumbers(text: string): number[] {
	const numbers = new Set<number>()
	const look = (pieces: readonly Piece[]): void => {
		for (const piece of pieces)
			if (typeof piece !== 'string') {
				for (const number of piece.numbers) if (number > 0) numbers.add(number)
				look(piece.inside)
			}
	}
	look(read(text))
	return [...numbers].sort((a, b) => a - b)
}

/**
 * @param number of the gap that is asked, from 1; without one every gap is filled in
 * @param side what stands in the gap: its hint or the answer
 * @returns the field with that gap as an element of class `gap`, and the others filled in
 */
export function withGap(text: string, number: number | undefined, side: 'front' | 'back'): string {
	const shown = (pieces: readonly Piece[]): string =>
		pieces
			.map((piece) => {
				if (typeof piece === 'string') return piece
				if (number === undefined || !piece.numbers.includes(number)) return shown(piece.inside)
				return `<span class="gap">${side === 'front' ? `[${piece.hint || '…'}]` : shown(piece.inside)}</span>`
			})
			.join('')
	return shown(read(text))
}

/** @returns the number that the next gap of a field takes. */
export const nextGap = (text: string): number => (clozeNumbers(text).at(-1) ?? 0) + 1
