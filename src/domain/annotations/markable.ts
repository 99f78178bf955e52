/** What takes marks: a document or a point, as its canonical text in parts that follow one another. Offsets are UTF-16 units. */
import type { Source } from '#contract/annotations.ts'
import type { Document } from '#contract/document.ts'
import type { Comparison, Point } from '#contract/library.ts'
import { canonicalText } from '../documents/canonical.ts'
import type { Stretch } from './passages.ts'
import { pointParts, pointText } from './sources.ts'

export interface MarkableText {
	source: Source
	/** What it stands in: the document itself, or the comparison of a point. */
	whole: Document | Comparison
	text: string
	/** Its paragraphs. A heading is one sentence, whatever stops it holds. */
	parts: readonly (Stretch & { heading?: boolean })[]
}

/** @returns the canonical text of blocks, and its paragraphs */
export const textInParts = ({ blocks }: Pick<Document, 'blocks'>): Pick<MarkableText, 'text' | 'parts'> => ({
	text: canonicalText({ blocks }),
	parts: blocks.map(({ start, end, type }) => ({ start, end, heading: type === 'heading' })),
})

export const markableDocument = (document: Document): MarkableText => ({
	source: `read/${document.id}`,
	whole: document,
	...textInParts(document),
})

export const markablePoint = (comparison: Comparison, point: Point): MarkableText => ({
	source: `compare/${comparison.id}/${point.id}`,
	whole: comparison,
	text: pointText(point),
	parts: Object.values(pointParts(point)),
})
