/** What a place in a document is called: the heading it stands under, and how the passage begins. */
import type { Document } from '#contract/document.ts'
import { plainText } from './inlines.ts'

/** Words of a passage that are shown. */
const wordsShown = 9

export interface PlaceName {
	/** Id of the heading, or of the block itself where there is none above it. */
	section: string
	heading?: string
	/** How the passage begins; nothing of a depiction or of text that carries content notes, since it may be covered. */
	words?: string
	/** The depiction that the passage tells. */
	depiction?: string
}

/** @returns the first words of a text, with an ellipsis where there are more. */
export function firstWords(text: string, most = wordsShown): string {
	const words = text.split(/\s+/)
	return words.length > most ? `${words.slice(0, most).join(' ')}…` : text
}

/** @returns what the place is called, or undefined when the document has no such block any more. */
export function placeName(document: Pick<Document, 'blocks'>, id: string): PlaceName | undefined {
	const at = document.blocks.findIndex((block) => block.id === id)
	const block = document.blocks[at]
	if (!block) return undefined
	const heading = document.blocks.slice(0, at + 1).findLast(({ type }) => type === 'heading')
	// At a heading it is the passage under it that begins.
	const passage = block === heading ? document.blocks[at + 1] : block
	const open = passage?.type !== 'heading' && !passage?.depiction && !passage?.contentNotes.length
	return {
		section: heading?.id ?? id,
		...(heading && { heading: plainText(heading.inlines) }),
		...(passage && open && { words: firstWords(plainText(passage.inlines)) }),
		...(block.depiction && { depiction: block.depiction }),
	}
}
