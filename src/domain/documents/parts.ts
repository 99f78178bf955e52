/** A document's flat blocks as a reader meets them: depictions as cards, flagged passages under one cover each. */
import type { Block, Depiction, Document } from '#contract/document.ts'
import type { ContentNote } from '#contract/words.ts'

export type Part =
	| { type: 'block'; block: Block }
	/** Consecutive blocks of running text that carry the same content notes. */
	| { type: 'flagged'; id: string; notes: ContentNote[]; blocks: Block[] }
	| { type: 'depiction'; depiction: Depiction; blocks: Block[]; nested: Part[] }

/** @returns the parts in order; a nested depiction stands inside its parent's part. */
export function partsOf(document: Pick<Document, 'blocks' | 'depictions'>): Part[] {
	const parts: Part[] = []
	const depictions = new Map(document.depictions.map((depiction) => [depiction.id, depiction]))
	const open = new Map<string, Extract<Part, { type: 'depiction' }>>()
	for (const block of document.blocks) {
		const depiction = block.depiction ? depictions.get(block.depiction) : undefined
		if (depiction) {
			const part = open.get(depiction.id)
			if (part) part.blocks.push(block)
			else {
				const made: Part = { type: 'depiction', depiction, blocks: [block], nested: [] }
				open.set(depiction.id, made)
				const parent = depiction.parent ? open.get(depiction.parent) : undefined
				;(parent?.nested ?? parts).push(made)
			}
			continue
		}
		const last = parts.at(-1)
		if (!block.contentNotes.length || block.type === 'heading') parts.push({ type: 'block', block })
		else if (last?.type === 'flagged' && String(last.notes) === String(block.contentNotes)) last.blocks.push(block)
		else parts.push({ type: 'flagged', id: block.id, notes: block.contentNotes, blocks: [block] })
	}
	return parts
}
