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
	const partOf = (depiction: Depiction) => {
		const known = open.get(depiction.id)
		if (known) return known
		const made: Extract<Part, { type: 'depiction' }> = { type: 'depiction', depiction, blocks: [], nested: [] }
		open.set(depiction.id, made)
		const parent = depiction.parent ? depictions.get(depiction.parent) : undefined
		const siblings = parent ? partOf(parent).nested : parts
		siblings.push(made)
		return made
	}
	for (const block of document.blocks) {
		const depiction = block.depiction ? depictions.get(block.depiction) : undefined
		if (depiction) {
			partOf(depiction).blocks.push(block)
			continue
		}
		const last = parts.at(-1)
		if (!block.contentNotes.length || block.type === 'heading') parts.push({ type: 'block', block })
		else if (last?.type === 'flagged' && String(last.notes) === String(block.contentNotes)) last.blocks.push(block)
		else parts.push({ type: 'flagged', id: block.id, notes: block.contentNotes, blocks: [block] })
	}
	return parts
}
