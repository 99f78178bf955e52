/** Rows of two full texts: which passage of one side answers which of the other, point by point. */
import type { Comparison, PassagePlace } from '#contract/library.ts'

export interface Anchor {
	block: string
	/** Position of the point in the comparison. */
	row: number
}

/**
 * @param order ids of the document's blocks, in order
 * @returns where the comparison's points speak of this document, in the order of the text; a block that several points name keeps
 *   the first of them
 */
export function anchorsIn(comparison: Comparison, document: string, order: readonly string[]): Anchor[] {
	const at = new Map(order.map((id, index) => [id, index]))
	const seen = new Set<string>()
	const places = (place: PassagePlace, row: number): Anchor[] =>
		place.document === document && at.has(place.block) ? [{ block: place.block, row }] : []
	return comparison.points
		.flatMap((point, row) =>
			[...point.passages.fiction, ...point.passages.reality].flatMap((place) => places(place, row)),
		)
		.filter(({ block }) => !seen.has(block) && seen.add(block))
		.sort((a, b) => (at.get(a.block) ?? 0) - (at.get(b.block) ?? 0))
}

/** @returns the first block of this document that a row speaks of. */
export const blockOfRow = (comparison: Comparison, row: number, document: string): string | undefined => {
	const passages = comparison.points[row]?.passages
	return [...(passages?.fiction ?? []), ...(passages?.reality ?? [])].find((place) => place.document === document)
		?.block
}
