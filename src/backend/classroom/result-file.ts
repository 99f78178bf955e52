/** Results as a table that can be saved. */
import type { Result } from '#contract/classroom/classroom.ts'
import { resultTable } from '#domain/classroom/results.ts'
import { toCsv } from '#domain/tables/table.ts'

/** @returns CSV, and a name for its file */
export function resultFile(result: Result): { name: string; content: string } {
	const title =
		result.title
			.replace(/[^\p{L}\p{N}]+/gu, '-')
			.replace(/^-|-$/g, '')
			.toLowerCase() || 'presentation'
	const at = new Date(result.at)
	const day = [at.getFullYear(), at.getMonth() + 1, at.getDate()].map((part) => String(part).padStart(2, '0')).join('-')
	return { name: `results-${title.slice(0, 80)}-${day}.csv`, content: toCsv(resultTable(result)) }
}
