/** The sentences of a text, for a cursor that goes through them. */
import type { MarkableText } from './markable.ts'
import { type Stretch, trimmed } from './passages.ts'

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' })
/** What ends with a full stop and ends no sentence. */
const abbreviation = /(?:^|[\s(“‘"'])(?:[A-Z]|Dr|Mr|Mrs|Ms|Prof|St|vs|cf|e\.g|i\.e|etc|al|No|pp?|ed|eds|Vol|Fig)\.\s*$/

/** @returns the sentences of each part, in order; a heading is one. */
export const sentencesOf = ({ text, parts }: Pick<MarkableText, 'text' | 'parts'>): Stretch[] =>
	parts.flatMap(({ start, end, heading }) => {
		const found = heading ? [{ start, end }] : sentencesIn(text.slice(start, end), start)
		return found.flatMap((one) => trimmed(text, one) ?? [])
	})

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
