/** Numbers sorted into bins. */

export interface Bin {
	from: number
	to: number
	cards: number
}

/**
 * @param edges of the bins, rising; a value on an edge belongs to the bin above it
 * @returns how many values lie in each bin; what lies beyond the ends is in the first or the last
 */
export function binned(values: readonly number[], edges: readonly number[]): Bin[] {
	const bins = edges.slice(1).map((to, index): Bin => ({ from: edges[index] ?? 0, to, cards: 0 }))
	for (const value of values) {
		const bin = bins.find(({ to }) => value < to) ?? bins.at(-1)
		if (bin) bin.cards++
	}
	return bins
}
