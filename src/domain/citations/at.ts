/** What a passage of a text cites: the references that its sentences name, the work that it tells. */
import type { Block, Document } from '#contract/document.ts'
import { textInParts } from '../annotations/markable.ts'
import { overlap, type Stretch } from '../annotations/passages.ts'
import { sentencesOf } from '../annotations/sentences.ts'
import type { Cite } from './items.ts'

/** @returns the references of the whole sentences that a passage touches; where none names one, those of its blocks. */
export function referencesAt(document: Pick<Document, 'blocks'>, passage: Stretch): Cite[] {
	const blocks = document.blocks.filter((block) => overlap(block, passage))
	const near = blocks.flatMap(citationsIn)
	const touched = sentencesOf(textInParts(document)).filter((sentence) => overlap(sentence, passage))
	// A citation stands before the full stop of its sentence, or right after it.
	const own = near.filter(({ at }) => touched.some(({ start, end }) => at > start && at <= end))
	return distinct((own.length ? own : near).map(({ cite }) => cite))
}

/** @returns the works that the depictions in a passage are of. */
export function worksAt({ blocks, depictions }: Pick<Document, 'blocks' | 'depictions'>, passage: Stretch): Cite[] {
	const told = blocks.filter((block) => overlap(block, passage)).map(({ depiction }) => depiction)
	return distinct(depictions.filter(({ id }) => told.includes(id)).map(({ work }) => ({ id: work })))
}

/** Every citation of a block with its offset in the canonical text, of which it is no part. */
function citationsIn(block: Block): { at: number; cite: Cite }[] {
	let at = block.start
	return block.inlines.flatMap((inline) => {
		if (inline.type === 'citation')
			return inline.items.map(({ reference, locator }) => ({
				at,
				cite: { id: reference, ...(locator && { locator }) },
			}))
		at += inline.text.length
		return []
	})
}

export const distinct = (cites: readonly Cite[]): Cite[] => [...new Map(cites.map((cite) => [cite.id, cite])).values()]
