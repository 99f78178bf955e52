/** What piled up while the reader was away, in portions that a day has room for. */

/** A card that has been due for so many days was missed, not put off. */
export const lateAfter = 3
/** What any reader gets through in a day. */
const least = 20
/** A backlog that the usual day does not hold is spread over at most so many days. */
const spread = 14
const furthest = 365

/**
 * @param due reviews that are due, with those done today; `late` those that have been due for days; `limit` the day's
 * @param usual reviews that the reader usually does a day
 * @returns how many of them the day is to have: after a break half as many again as usual, or more where that would take
 *   longer than two weeks, and never more than the limit
 */
export function portionOf({ due, late, limit }: Record<'due' | 'late' | 'limit', number>, usual: () => number): number {
	if (late === 0 || due <= least) return limit
	return Math.min(limit, Math.max(least, Math.ceil(usual() * 1.5), Math.ceil(due / spread)))
}

/** @returns the middle of what was done on the days on which something was done. */
export function usualOf(days: readonly number[]): number {
	const sorted = [...days].sort((a, b) => a - b)
	return sorted[Math.floor(sorted.length / 2)] ?? 0
}

/**
 * @param left reviews that today has no room for
 * @param coming reviews that fall due on the days after today, day by day
 * @returns on which day from today all that is due then has room: 1 is tomorrow. Each review that is done is taken to
 *   come back later than that.
 */
export function daysUntilClear(left: number, perDay: number, coming: readonly number[]): number {
	let waiting = left
	for (let days = 1; days < furthest; days++) {
		waiting += coming[days - 1] ?? 0
		if (waiting <= perDay) return days
		waiting -= perDay
	}
	return furthest
}
