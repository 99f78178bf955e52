/** Canonical text: what selectors count in. */
import type { Block, Document } from '#contract/document.ts'
import { plainText } from './inlines.ts'

/** @returns the document's canonical text: the texts of its blocks, joined by one line feed. Offsets are UTF-16 units. */
export const canonicalText = (document: Pick<Document, 'blocks'>): string =>
	document.blocks.map((block) => plainText(block.inlines)).join('\n')

/** @returns blocks with `start` and `end` set to where they stand in the canonical text. */
export function placed<B extends Omit<Block, 'start' | 'end'>>(
	blocks: readonly B[],
): (B & { start: number; end: number })[] {
	let at = 0
	return blocks.map((block) => {
		const start = at
		const end = start + plainText(block.inlines).length
		at = end + 1
		return { ...block, start, end }
	})
}
