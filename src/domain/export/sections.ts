/** From the Markdown that a template makes to the sections that every format writes. */
import { type Part, partsOf } from './lines.ts'
import { templateBlocks, templateRuns } from './markdown.ts'
import type { Block, Section } from './model.ts'
import { type Pieces, TooMuch } from './pieces.ts'

/** Reading one paragraph can take as long as the square of its length; what readers wrote is not part of it. */
const longest = 20_000

/**
 * @param turn called before each part is read; what it throws ends the reading
 * @throws TooMuch when a paragraph is longer than any is
 */
export function sectionsOf(markdown: string, pieces: Pieces, turn: () => void = () => {}): Section[] {
	const sections: Section[] = []
	let blocks: Block[] = []
	const start = (section: Omit<Section, 'blocks'>) => {
		blocks = []
		sections.push({ ...section, blocks })
	}
	for (const part of partsOf(markdown.split(/\r?\n/))) {
		turn()
		if (part.type === 'title') start(titleOf(part.text, pieces))
		else {
			if (!sections.length) start({})
			blocks.push(...blocksOf(part, pieces, turn))
		}
	}
	return sections.map((section) => ({ ...section, blocks: joined(section.blocks) }))
}

/** A title that is a link by name is that of a document or a comparison. */
function titleOf(line: string, pieces: Pieces): Omit<Section, 'blocks'> {
	const [, name] = /^\[\[(.+)\]\]$/.exec(line) ?? []
	if (name) return { title: pieces.plain(name), named: true }
	const words = templateRuns(line, pieces).map((run) => (run.type === 'text' ? run.text : ''))
	return { title: words.join('').trim() }
}

function blocksOf(part: Part, pieces: Pieces, turn: () => void): Block[] {
	switch (part.type) {
		case 'title':
			return templateBlocks(`## ${part.text}`, pieces)
		case 'table': {
			const line = (cells: readonly string[]) =>
				cells.map((cell) => {
					turn()
					return templateRuns(checked(cell), pieces)
				})
			// Each row has as many cells as the head.
			const rows = part.rows.map((row) => line(part.head.map((_, index) => row[index] ?? '')))
			return [{ type: 'table', head: line(part.head), rows }]
		}
		case 'role':
			return partsOf(part.lines)
				.flatMap((each) => blocksOf(each, pieces, turn))
				.map((block) => (block.type === 'paragraph' ? { ...block, role: part.role } : block))
		case 'note': {
			const inner = joined(partsOf(part.lines).flatMap((each) => blocksOf(each, pieces, turn)))
			const label = pieces.plain(part.label)
			return inner.length ? [{ type: 'note', label, blocks: inner, ...(part.beside && { beside: true as const }) }] : []
		}
		default:
			turn()
			return templateBlocks(checked(part.text), pieces)
	}
}

function checked(words: string): string {
	if (words.length > longest) throw new TooMuch()
	return words
}

/** Items that follow each other are one list. */
export const joined = (blocks: readonly Block[]): Block[] =>
	blocks.reduce<Block[]>((out, block) => {
		const last = out.at(-1)
		if (block.type === 'list' && last?.type === 'list' && last.ordered === block.ordered)
			last.items.push(...block.items)
		// A copy: the block may stand elsewhere too.
		else out.push(block.type === 'list' ? { ...block, items: [...block.items] } : block)
		return out
	}, [])
