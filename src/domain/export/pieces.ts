/**
 * What a template puts into its Markdown without being Markdown itself: a reader’s words, citations, whole blocks. Each is kept here,
 * and only a mark for it stands in the text, so that no title and no quote can be taken for headings, tables or links.
 */
import { type Block, type Run, text } from './model.ts'

export interface Inserted {
	type: 'blocks'
	blocks: readonly Block[]
}
export type Piece = Run | Inserted

const [begin, end] = ['\ue000', '\ue001']
const mark = /\ue000(\d+)\ue001/g
/** Pieces of one document, and signs of all words in them. Twenty thousand notes need a tenth of it. */
const [mostPieces, mostSigns] = [1_000_000, 50_000_000]

/** The document that a template makes grows beyond all measure. */
export class TooMuch extends Error {
	override name = 'TooMuch'
}

export class Pieces {
	readonly #kept: (readonly Piece[])[] = []
	#signs = 0

	/** Keeps pieces. @returns the mark that stands for them; nothing for nothing @throws TooMuch */
	put(...pieces: readonly Piece[]): string {
		if (!pieces.length) return ''
		for (const piece of pieces) this.#signs += piece.type === 'text' ? piece.text.length : 1
		if (this.#kept.length >= mostPieces || this.#signs > mostSigns) throw new TooMuch()
		return `${begin}${this.#kept.push(pieces) - 1}${end}`
	}

	/** Keeps words as they are. Marks in them, of what was put before, become their words. */
	words(words: string): string {
		return words ? this.put(text(this.plain(words))) : ''
	}

	/** @returns text with its marks put into words. */
	plain(marked: string): string {
		if (marked.length > mostSigns) throw new TooMuch()
		return marked.replace(mark, (all, index) => this.#kept[Number(index)]?.map(wordsOf).join('') ?? all)
	}

	/** @returns the parts of text between marks, as `between` makes them, and what the marks stand for. */
	parts(marked: string, between: (words: string) => Piece[]): Piece[] {
		// Splitting by a pattern with one group leaves what it found at the odd places.
		return marked
			.split(mark)
			.flatMap((part, index): readonly Piece[] =>
				index % 2 ? (this.#kept[Number(part)] ?? []) : part ? between(part) : [],
			)
	}
}

/** What nobody wrote but a template’s own text is not to be taken for marks. */
export const withoutMarks = (template: string): string => template.replace(/[\ue000\ue001]/g, '\ufffd')

const wordsOf = (piece: Piece): string =>
	piece.type === 'text' ? piece.text : piece.type === 'blocks' ? runsIn(piece.blocks).map(wordsOf).join('') : ''

/** @returns the runs of blocks where there is room for a line only. */
export function runsIn(blocks: readonly Block[]): Run[] {
	return blocks.flatMap((block): Run[] => {
		switch (block.type) {
			case 'heading':
			case 'paragraph':
			case 'quote':
				return [...block.runs, text(' ')]
			case 'list':
				return block.items.flatMap(runsIn)
			case 'note':
				return runsIn(block.blocks)
			default:
				return []
		}
	})
}
