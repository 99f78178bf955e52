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

const lengthOf = (runs: readonly CitedRun[]) => textOf(runs).length
const textOf = (runs: readonly CitedRun[]) => runs.map((run) => (run.type === 'text' ? run.text : '1')).join('')

/** A column is as wide as its longest word wants it, and wider the more there is to read in it, up to a line’s length. */
function widthsOf({ head, rows }: TableBlock, width: number): number[] {
	const wishes = head.map((title, column) => {
		const cells = [title, ...rows.map((row) => row[column] ?? [])]
		const longest = Math.max(...cells.flatMap((runs) => textOf(runs).split(/\s+/)).map((word) => word.length))
		const mean = cells.reduce((sum, runs) => sum + lengthOf(runs), 0) / cells.length
		return Math.max(Math.min(longest, 18) * 1.3 + 1, Math.min(mean * 0.6, 90))
	})
	const all = wishes.reduce((sum, wish) => sum + wish, 0)
	return wishes.map((wish) => Math.floor((width * wish) / all))
}
