/** Where a passage of a document stands, for people: by section and paragraph. */
import type { Document } from '#contract/document.ts'
import { plainText } from './inlines.ts'

/** @returns the heading that an offset stands under, and which paragraph of that section it is in, from 1. */
export function placeIn(
	{ blocks }: Pick<Document, 'blocks'>,
	offset: number,
): { section?: string; paragraph?: number } {
	const block = blocks.find(({ end }) => end >= offset)
	if (!block) return {}
	const heading = blocks.find(({ id }) => id === block.section)
	const own = blocks.filter(({ section, type }) => section === block.section && type !== 'heading')
	const paragraph = own.indexOf(block) + 1
	return { ...(heading && { section: plainText(heading.inlines) }), ...(paragraph && { paragraph }) }
}
