/** The matrix of a comparison: depictions against points. */
import type { Depiction } from '#contract/document.ts'
import type { ComparisonView, Point, Work } from '#contract/library.ts'
import type { Stance } from '#contract/words.ts'
import type { Table } from '../tables/table.ts'
import { byline, dimensionLabel, mediumLabel, outcomeLabel, stanceLabel, treatmentLabel } from '../words/labels.ts'

export type MatrixEntry = Point['stances'][number]
export interface MatrixRow {
	depiction: Depiction
	work: Work
	/** One for each point, in their order. */
	stances: MatrixEntry[]
}
/** `text` (as in the documents), `title`, `year`, or the id of a point: those that assert it first. */
export type MatrixSort = string

const rank: Record<Stance, number> = { asserts: 0, mixed: 1, contradicts: 2, open: 3 }

/** @returns the rows, narrowed to a medium where one is named, in the order asked for */
export function matrixOf(
	view: ComparisonView,
	{ sort = 'text', medium }: { sort?: MatrixSort; medium?: string } = {},
): MatrixRow[] {
	const { points } = view.comparison
	const works = new Map(view.works.map((work) => [work.id, work]))
	const byPoint = points.map((point) => new Map(point.stances.map((entry) => [entry.depiction, entry])))
	const rows = view.documents
		.flatMap((document) => document.depictions)
		.flatMap((depiction): MatrixRow[] => {
			const work = works.get(depiction.work)
			if (!work || (medium && work.medium !== medium)) return []
			const stances = byPoint.map(
				(entries) => entries.get(depiction.id) ?? { depiction: depiction.id, stance: 'open' as const },
			)
			return [{ depiction, work, stances }]
		})
	const column = points.findIndex((point) => point.id === sort)
	if (column >= 0) return rows.sort((a, b) => rankIn(a, column) - rankIn(b, column))
	if (sort === 'title') return rows.sort((a, b) => a.work.title.localeCompare(b.work.title))
	if (sort === 'year')
		return rows.sort((a, b) => (a.work.year ?? Number.POSITIVE_INFINITY) - (b.work.year ?? Number.POSITIVE_INFINITY))
	return rows
}
const rankIn = (row: MatrixRow, column: number) => rank[row.stances[column]?.stance ?? 'open']

/** @returns the matrix as a table of words, with a row of verdicts at its end */
export function matrixTable(view: ComparisonView, rows: readonly MatrixRow[]): Table {
	const { points } = view.comparison
	return {
		head: [
			'Work',
			'Creators and year',
			'Medium',
			'Treatment',
			'Outcome',
			...points.map((point) => `${dimensionLabel(point.dimension)}: ${point.claim}`),
		],
		rows: [
			...rows.map(({ depiction, work, stances }) => [
				work.title,
				byline(work),
				mediumLabel(work.medium),
				treatmentLabel(depiction.treatment),
				outcomeLabel(depiction.outcome),
				...stances.map((entry) => stanceLabel(entry.stance)),
			]),
			['Verdict', '', '', '', '', ...points.map((point) => point.verdict)],
		],
	}
}
