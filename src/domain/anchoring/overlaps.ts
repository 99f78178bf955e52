/** Annotations that lie over one another. */

/** Offsets in UTF-16 units, the end not included. */
export interface Marked {
	id: string
	start: number
	end: number
}

/** A stretch of text on which the same annotations lie, in the order in which they were given. */
export interface Stretch {
	start: number
	end: number
	ids: string[]
}

/** @returns the stretches that lie under at least one annotation, in order and without overlaps; an empty range has none. */
export function stretchesOf(ranges: readonly Marked[]): Stretch[] {
	const filled = ranges.filter(({ start, end }) => start < end)
	const rank = new Map(filled.map((range, at) => [range, at]))
	const opening = [...filled].sort((a, b) => a.start - b.start)
	const edges = [...new Set(filled.flatMap(({ start, end }) => [start, end]))].sort((a, b) => a - b)
	const open = new Set<Marked>()
	const stretches: Stretch[] = []
	let next = 0
	edges.forEach((start, at) => {
		for (const range of open) if (range.end <= start) open.delete(range)
		for (let range = opening[next]; range && range.start === start; range = opening[++next]) open.add(range)
		const end = edges[at + 1]
		if (end === undefined || !open.size) return
		const on = [...open].sort((a, b) => (rank.get(a) ?? 0) - (rank.get(b) ?? 0))
		stretches.push({ start, end, ids: on.map(({ id }) => id) })
	})
	return stretches
}

/** @returns the annotations at an offset, the shortest first, then the one that begins last, then as given. */
export const annotationsAt = <M extends Marked>(ranges: readonly M[], offset: number): M[] =>
	ranges
		.filter(({ start, end }) => start <= offset && offset < end)
		.sort((a, b) => a.end - a.start - (b.end - b.start) || b.start - a.start)

/**
 * Repeated activation of one place goes through all annotations there.
 * @param selected the id of the one that is selected now
 * @returns the one to select: the shortest first, after the longest the shortest again
 */
export function nextAt<M extends Marked>(ranges: readonly M[], offset: number, selected?: string): M | undefined {
	const here = annotationsAt(ranges, offset)
	return here[(here.findIndex(({ id }) => id === selected) + 1) % here.length]
}
