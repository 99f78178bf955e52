/** A document on its way out: what every format writes, whatever the notes came from. */
import type { Cite, CslItem } from '../citations/items.ts'
import type { StyleId } from '../citations/styles.ts'

/** Text in one set of marks. */
export interface TextRun {
	type: 'text'
	text: string
	emphasis?: true
	strong?: true
	code?: true
	/** A colour token of the reader’s highlights. */
	highlight?: string
	/** `https:`, `mailto:`, or `parallax:` back into the app. */
	href?: string
	/** What a reader linked by name, `[[so]]`. */
	wiki?: string
}
export interface CitationRun {
	type: 'citation'
	items: readonly Cite[]
}
/** What stands in a text before citations are formatted. */
export type Run = TextRun | CitationRun

export type Block<R = Run> =
	| { type: 'heading'; level: 2 | 3 | 4; runs: R[] }
	/** `relation` joins the passages of a link, `marks` is the small line with tags and the name of a colour. */
	| { type: 'paragraph'; runs: R[]; role?: 'relation' | 'marks' }
	/** A passage word for word, and the line that says where it stands. */
	| { type: 'quote'; runs: R[]; source?: R[] }
	| { type: 'list'; ordered: boolean; items: Block<R>[][] }
	| { type: 'table'; head: R[][]; rows: R[][][] }
	/** What the reader wrote; `beside` the text that it follows, where the format has room. */
	| { type: 'note'; label: string; blocks: Block<R>[]; beside?: true }
	| { type: 'rule' }

export interface Section<R = Run> {
	title?: string
	/** The title is that of a document or a comparison, so that notes on the same one can be joined. */
	named?: true
	blocks: Block<R>[]
}

export interface ExportDocument<R = Run> {
	title: string
	subtitle?: string
	/** The day of the export, `2026-11-22`. */
	date: string
	/** BCP 47. */
	language: string
	style: StyleId
	/** Where it came from, for the front matter. */
	tags: readonly string[]
	sections: Section<R>[]
	/** Sources that citations may name. */
	items: readonly CslItem[]
	/** What the colours of its highlights are called; each word is highlighted in its colour. */
	legend?: R[]
}

export const text = (words: string, marks: Omit<TextRun, 'type' | 'text'> = {}): TextRun => ({
	type: 'text',
	text: words,
	...marks,
})

export const paragraph = (...runs: Run[]): Block => ({ type: 'paragraph', runs })

/** Whether a table has more columns than an upright page has room for. */
export const hasWideTable = (sections: readonly Section<unknown>[]): boolean =>
	sections.some(({ blocks }) => blocks.some((block) => block.type === 'table' && block.head.length > 5))

/** Replaces the runs of a block, however deep; the order is that of reading. */
export function mapBlock<A, B>(block: Block<A>, map: (runs: readonly A[]) => B[]): Block<B> {
	switch (block.type) {
		case 'heading':
		case 'paragraph':
			return { ...block, runs: map(block.runs) }
		case 'quote': {
			const { source, ...rest } = block
			return { ...rest, runs: map(block.runs), ...(source && { source: map(source) }) }
		}
		case 'list':
			return { ...block, items: block.items.map((item) => item.map((each) => mapBlock(each, map))) }
		case 'table':
			return { ...block, head: block.head.map(map), rows: block.rows.map((row) => row.map(map)) }
		case 'note':
			return { ...block, blocks: block.blocks.map((each) => mapBlock(each, map)) }
		default:
			return block
	}
}
