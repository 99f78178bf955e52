/** The beginning of a long export, for a look at it before it is written. */
import { type Block, type ExportDocument, mapBlock, type Run, type Section } from './model.ts'

/** @returns as many blocks of the document as hold about so many characters, and whether that is all of it. */
export function beginningOf(document: ExportDocument, most: number): { document: ExportDocument; whole: boolean } {
	const sections: Section[] = []
	let room = most
	let whole = true
	for (const section of document.sections) {
		const blocks: Block[] = []
		for (const block of section.blocks) {
			const shown = room > 0 ? shortened(block, room) : undefined
			if (shown !== block) whole = false
			if (!shown) break
			blocks.push(shown)
			room -= lengthOf(block)
		}
		if (blocks.length) sections.push({ ...section, blocks })
	}
	return { document: { ...document, sections }, whole }
}

/** A table is one block, however many rows it has. */
const shortened = (block: Block, room: number): Block =>
	block.type === 'table' && lengthOf(block) > room
		? { ...block, rows: block.rows.slice(0, Math.max(1, Math.floor((block.rows.length * room) / lengthOf(block)))) }
		: block

function lengthOf(block: Block): number {
	let length = 0
	mapBlock(block, (runs: readonly Run[]) => {
		for (const run of runs) length += run.type === 'text' ? run.text.length : 20
		return []
	})
	return length
}
