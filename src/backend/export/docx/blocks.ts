/** Blocks of an export as Word’s paragraphs and tables. */
import {
	BorderStyle,
	HeadingLevel,
	type IParagraphOptions,
	Paragraph,
	Table,
	TableCell,
	TableRow,
	WidthType,
} from 'docx'
import type { Block } from '#domain/export/model.ts'
import type { CitedRun } from '../cited.ts'
import { runsOf } from './runs.ts'

const headings = { 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3, 4: HeadingLevel.HEADING_4 } as const
/** What lists are numbered by; each ordered list counts anew. */
export const lists = { ordered: 'numbered', bullets: 'bullets' } as const

/** What surrounds a block: the style of a note’s paragraphs, the depth of a list. */
interface Place {
	style?: string
	list?: { depth: number; ordered: boolean; instance: number; first: boolean }
}

/** Makes Word’s paragraphs of blocks; one maker for a document, since it counts its lists. */
export function blockMaker(): (block: Block<CitedRun>) => (Paragraph | Table)[] {
	let count = 0
	const paragraph = (runs: readonly CitedRun[], { style, list }: Place) =>
		new Paragraph({
			children: runsOf(runs),
			...(style && { style }),
			...(list && listPlace(list)),
		})

	function make(block: Block<CitedRun>, place: Place): (Paragraph | Table)[] {
		switch (block.type) {
			case 'heading':
				return [new Paragraph({ children: runsOf(block.runs, true), heading: headings[block.level] })]
			case 'paragraph':
				return [paragraph(block.runs, place)]
			case 'quote':
				return [
					paragraph(block.runs, { style: 'Quote' }),
					...(block.source ? [paragraph(block.source, { style: 'QuoteSource' })] : []),
				]
			case 'list': {
				const instance = ++count
				const depth = place.list ? place.list.depth + 1 : 0
				return block.items.flatMap((item) =>
					item.flatMap((each, index) =>
						make(each, { ...place, list: { depth, ordered: block.ordered, instance, first: index === 0 } }),
					),
				)
			}
			case 'table':
				return [table(block), new Paragraph({})]
			case 'note':
				return [
					new Paragraph({ text: block.label, style: 'NoteLabel' }),
					...block.blocks.flatMap((each) => make(each, { ...place, style: 'Note' })),
				]
			default:
				return [new Paragraph({ thematicBreak: true })]
		}
	}
	return (block) => make(block, {})
}

function listPlace({ depth, ordered, instance, first }: NonNullable<Place['list']>): IParagraphOptions {
	const level = Math.min(depth, 5)
	if (!first) return { indent: { left: 720 * (level + 1) } }
	return { numbering: { reference: ordered ? lists.ordered : lists.bullets, level, ...(ordered && { instance }) } }
}

function table({ head, rows }: Extract<Block<CitedRun>, { type: 'table' }>): Table {
	const cell = (runs: readonly CitedRun[]) =>
		new TableCell({ children: [new Paragraph({ style: 'TableText', children: runsOf(runs) })] })
	const strong = (runs: readonly CitedRun[]) =>
		runs.map((run): CitedRun => (run.type === 'text' ? { ...run, strong: true } : run))
	const line = { style: BorderStyle.SINGLE, size: 4, color: 'B8AF9E' }
	const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }
	return new Table({
		width: { size: 100, type: WidthType.PERCENTAGE },
		borders: { top: line, bottom: line, insideHorizontal: line, left: none, right: none, insideVertical: none },
		rows: [
			new TableRow({ tableHeader: true, cantSplit: true, children: head.map((runs) => cell(strong(runs))) }),
			...rows.map((cells) => new TableRow({ cantSplit: true, children: cells.map(cell) })),
		],
	})
}
