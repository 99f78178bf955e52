/** Tables that can be copied and saved: rows of words and numbers under a head. */
import Papa from 'papaparse'

export interface Table {
	head: readonly string[]
	rows: readonly (readonly (string | number)[])[]
}

/** @returns CSV after RFC 4180 with CRLF; cells that a spreadsheet would take for a formula are escaped. */
export const toCsv = (table: Table): string =>
	Papa.unparse(
		{ fields: [...table.head], data: table.rows.map((row) => [...row]) },
		{ escapeFormulae: true, newline: '\r\n' },
	)

/** @returns the same with tabs, as spreadsheets take it from the clipboard. */
export const toTsv = (table: Table): string =>
	[table.head, ...table.rows]
		.map((row) => row.map((cell) => String(cell).replace(/[\t\r\n]+/g, ' ')).join('\t'))
		.join('\n')
