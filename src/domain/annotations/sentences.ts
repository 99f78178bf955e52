/** The sentences of a document, for a cursor that goes through them. */
import type { Document } from '#contract/document.ts'
import { canonicalText } from '../documents/canonical.ts'
import { type Stretch, trimmed } from './passages.ts'

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' })
/** What ends with a full stop and ends no sentence. */
const abbreviation = /(?:^|[\s(“‘"'])(?:[A-Z]|Dr|Mr|Mrs|Ms|Prof|St|vs|cf|e\.g|i\.e|etc|al|No|pp?|ed|eds|Vol|Fig)\.\s*$/

/** @returns the sentences of each block, in order; a heading is one. */
export function sentencesOf(document: Pick<Document, 'blocks'>): Stretch[] {
	const text = canonicalText(document)
	return document.blocks.flatMap((block) => {
		const whole = { start: block.start, end: block.end }
		const parts = block.type === 'heading' ? [whole] : sentencesIn(text.slice(block.start, block.end), block.start)
		return parts.flatMap((part) => trimmed(text, part) ?? [])
	})
}

function sentencesIn(text: string, from: number): Stretch[] {
	const found: Stretch[] = []
	let open = 0
	for (const { index, segment } of segmenter.segment(text)) {
		const end = index + segment.length
		if (abbreviation.test(text.slice(open, end)) && end < text.length) continue
		found.push({ start: from + open, end: from + end })
		open = end
	}
	return found
}

/** @returns which of the stretches holds an offset, or the first one after it; -1 when it lies beyond all. */
export const indexAt = (stretches: readonly Stretch[], offset: number): number =>
	stretches.findIndex(({ end }) => end > offset)
