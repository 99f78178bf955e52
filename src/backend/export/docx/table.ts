/** Tables that fit the page: what is long gets the room, and the head stands on every page. */
import { BorderStyle, Paragraph, Table, TableCell, TableLayoutType, TableRow, WidthType } from 'docx'
import type { Block } from '#domain/export/model.ts'
import type { CitedRun } from '../cited.ts'
import { runsOf } from './runs.ts'
import { hairline } from './styles.ts'

type TableBlock = Extract<Block<CitedRun>, { type: 'table' }>

/** @param width of the text on the page, in twentieths of a point */
export function tableOf(block: TableBlock, width: number): Table {
	const { head, rows } = block
	const columnWidths = widthsOf(block, width)
	const cell = (runs: readonly CitedRun[], column: number) =>
		new TableCell({
			width: { size: columnWidths[column] ?? 0, type: WidthType.DXA },
			margins: { top: 40, bottom: 40, left: 60, right: 60 },
			children: [new Paragraph({ style: 'TableText', children: runsOf(runs) })],
		})
	const strong = (runs: readonly CitedRun[]) =>
		runs.map((run): CitedRun => (run.type === 'text' ? { ...run, strong: true } : run))
	const line = { style: BorderStyle.SINGLE, size: 4, color: hairline }
	const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }
	return new Table({
		columnWidths,
		width: { size: width, type: WidthType.DXA },
		layout: TableLayoutType.FIXED,
		borders: { top: line, bottom: line, insideHorizontal: line, left: none, right: none, insideVertical: none },
		rows: [
			new TableRow({ tableHeader: true, cantSplit: true, children: head.map(strong).map(cell) }),
			...rows.map((cells) => new TableRow({ cantSplit: true, children: cells.map(cell) })),
		],
	})
}

const textOf = (runs: readonly CitedRun[]) => runs.map((run) => (run.type === 'text' ? run.text : '1')).join('')

/** About as wide as a letter and as the margins of a cell are, in twentieths of a point. */
const [letter, margins] = [117, 130]

/** A column has room for its longest word; what is left goes to those in which there is more to read. */
function widthsOf({ head, rows }: TableBlock, width: number): number[] {
	const columns = head.map((title, column) => {
		const cells = [title, ...rows.map((row) => row[column] ?? [])].map(textOf)
		const longest = Math.max(...cells.flatMap((text) => text.split(/[\s–-]+/)).map(({ length }) => length))
		const mean = cells.reduce((sum, { length }) => sum + length, 0) / cells.length
		return { least: Math.min(longest, 16) * letter + margins, wish: Math.max(1, Math.min(mean, 400) - longest) }
	})
	const sum = (which: 'least' | 'wish') => columns.reduce((all, column) => all + column[which], 0)
	const left = width - sum('least')
	return columns.map(({ least, wish }) =>
		Math.floor(left > 0 ? least + (left * wish) / sum('wish') : (width * least) / sum('least')),
	)
}
