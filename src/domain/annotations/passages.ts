/** Passages of a canonical text and the marks on them. Offsets are UTF-16 units. */
import type { Annotation } from '#contract/annotations.ts'

export interface Stretch {
	start: number
	end: number
}

/** A passage that an annotation stands on. */
export interface Mark extends Stretch {
	annotation: Annotation
	/** Which of its targets it is. */
	target: number
}

/** @returns the passage without the white space at its ends; undefined when nothing is left of it. */
export function trimmed(text: string, { start, end }: Stretch): Stretch | undefined {
	const quote = text.slice(start, end)
	const from = start + quote.length - quote.trimStart().length
	const to = start + quote.trimEnd().length
	return from < to ? { start: from, end: to } : undefined
}

/** @returns the marks on a source that stand where they say, in the order of the text, the longer one first. */
export const marksOn = (annotations: readonly Annotation[], source: string): Mark[] =>
	annotations
		.flatMap((annotation) =>
			annotation.targets.flatMap(({ source: of, selector, state }, target) =>
				of === source && selector && state === 'anchored'
					? { annotation, target, start: selector.start, end: selector.end }
					: [],
			),
		)
		.sort((a, b) => a.start - b.start || b.end - a.end)

export const overlap = (a: Stretch, b: Stretch): boolean => a.start < b.end && b.start < a.end

/** @returns the marks that touch a passage, the smallest first. */
export const marksAt = (marks: readonly Mark[], at: Stretch): Mark[] =>
	marks.filter((mark) => overlap(mark, at)).sort((a, b) => a.end - a.start - (b.end - b.start))

/** @returns a quote of some words, cut in the middle where it is long. */
export function shortened(quote: string, most = 120): string {
	const text = quote.replace(/\s+/g, ' ').trim()
	return text.length > most ? `${text.slice(0, most).replace(/\s+\S*$/, '')}…` : text
}
