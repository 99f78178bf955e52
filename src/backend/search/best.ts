/** @returns the `most` best of some passages, best first; among equals the first in the index. */
export function best<T extends { position: number }>(
	all: readonly T[],
	most: number,
	scoreOf: (one: T) => number,
): T[] {
	// Sorting numbers alone is many times faster than sorting by a function: it tells who can be among the best.
	const scores = Float64Array.from(all, scoreOf).sort()
	const least = scores[Math.max(0, scores.length - most)] ?? 0
	return all
		.filter((one) => scoreOf(one) >= least)
		.sort((a, b) => scoreOf(b) - scoreOf(a) || a.position - b.position)
		.slice(0, most)
}
