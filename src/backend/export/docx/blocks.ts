/** Blocks of an export as Word’s paragraphs and tables. */
import { HeadingLevel, type IParagraphOptions, Paragraph, type Table } from 'docx'
import type { Block } from '#domain/export/model.ts'
import type { CitedRun } from '../cited.ts'
import { runsOf } from './runs.ts'
import { noteIndent } from './styles.ts'
import { tableOf } from './table.ts'

const headings = { 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3, 4: HeadingLevel.HEADING_4 } as const
const roles = { relation: 'Relation', marks: 'Marks' } as const
/** What lists are numbered by; each ordered list counts anew. */
export const lists = { ordered: 'numbered', bullets: 'bullets' } as const
/** How deep lists are told apart. */
export const listDepth = 6
const step = 400

/** What surrounds a block: a note, the depth of a list. */
interface Place {
	note?: true
	list?: { depth: number; ordered: boolean; instance: number; first: boolean }
}

/**
 * Makes Word’s paragraphs of blocks; one maker for a document, since it counts its lists.
 * @param width of the text on the page, in twentieths of a point
 * @returns takes a block and the one after it, which some stay on a page with
 */
export function blockMaker(width: number): (block: Block<CitedRun>, next?: Block<CitedRun>) => (Paragraph | Table)[] {
	let count = 0
	const paragraph = (runs: readonly CitedRun[], options: IParagraphOptions) =>
		new Paragraph({ children: runsOf(runs), ...options })

	function make(block: Block<CitedRun>, place: Place, next?: Block<CitedRun>): (Paragraph | Table)[] {
		const kept = keeps(block, next) && { keepNext: true }
		switch (block.type) {
			case 'heading':
				return [new Paragraph({ children: runsOf(block.runs, true), heading: headings[block.level] })]
			case 'paragraph': {
				const style = block.role ? roles[block.role] : place.note && 'Note'
				return [paragraph(block.runs, { ...(style && { style }), ...kept, ...listPlace(place) })]
			}
			case 'quote': {
				const source = block.source && paragraph(block.source, { style: 'QuoteSource', ...kept })
				return [
					paragraph(block.runs, { style: 'Quote', ...(source && { keepNext: true }) }),
					...(source ? [source] : []),
				]
			}
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
				return [tableOf(block, width), new Paragraph({})]
			case 'note':
				return [
					new Paragraph({ text: block.label, style: 'NoteLabel' }),
					...block.blocks.flatMap((each, index) =>
						make(each, { note: true }, block.blocks[index + 1] ?? (isMarks(next) ? next : undefined)),
					),
				]
			default:
				return [new Paragraph({ style: 'Rule' })]
		}
	}
	return (block, next) => make(block, {}, next)
}

const isMarks = (block: Block<CitedRun> | undefined) => block?.type === 'paragraph' && block.role === 'marks'

/** A passage stays with what is said of it, and a note with its tags; what leads to a list stays with it. */
const keeps = ({ type }: Block<CitedRun>, next: Block<CitedRun> | undefined): boolean =>
	isMarks(next) ||
	(type === 'quote' && (next?.type === 'note' || (next?.type === 'paragraph' && next.role === 'relation'))) ||
	(type === 'paragraph' && next?.type === 'list')

function listPlace({ list, note }: Place): IParagraphOptions {
	if (!list) return {}
	const level = Math.min(list.depth, listDepth - 1)
	const left = (note ? noteIndent : 0) + step * (level + 1)
	const spacing = { after: 40 }
	if (!list.first) return { indent: { left }, spacing }
	const numbering = {
		reference: list.ordered ? lists.ordered : lists.bullets,
		level,
		...(list.ordered && { instance: list.instance }),
	}
	return { numbering, indent: { left, hanging: step }, spacing }
}
