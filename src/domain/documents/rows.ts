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

/**
 * Which passages answer a row, text by text.
 * @param texts ids of the texts that stand side by side
 * @param leader the one that the reader moved; it stays, and so does another place of the same text
 * @returns for each text the block to bring up; undefined where it stays
 */
export const answersTo = (
	comparison: Comparison,
	row: number,
	texts: readonly string[],
	leader?: number,
): (string | undefined)[] =>
	texts.map((text) => (leader !== undefined && text === texts[leader] ? undefined : blockOfRow(comparison, row, text)))

/**
 * @param texts what stands side by side, each with the comparisons that it stands in
 * @param preferred taken before others where it will do
 * @returns the comparison in which most different texts have points in common; undefined when no two have
 */
export function comparisonOf(
	texts: readonly { id: string; comparisons: readonly { id: string }[] }[],
	preferred?: string,
): string | undefined {
	const counts = new Map<string, Set<string>>()
	for (const { id, comparisons } of texts)
		for (const comparison of comparisons) counts.set(comparison.id, (counts.get(comparison.id) ?? new Set()).add(id))
	const rank = (id: string, among: Set<string>) => among.size + (id === preferred ? 0.5 : 0)
	const [best] = [...counts].filter(([, among]) => among.size > 1).sort((a, b) => rank(...b) - rank(...a))
	return best?.[0]
}
