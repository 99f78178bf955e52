/** Studying towards a day: how many new cards a day, and when each card is seen for the last time before it. */

/** A card seen this close to the exam needs no other look. */
const fresh = 3
/** The last looks are spread over at most so many days. */
const week = 7

/**
 * @param day today, @param exam its day, both in days since 1970
 * @returns the days, first and last, on one of which a card that would come back too late is seen once more: in the second
 *   half of the time that is left, at most in its last week. None where it is seen late enough today.
 */
export function lastLook(day: number, exam: number): readonly [number, number] | undefined {
	const left = exam - day
	return left > fresh ? [exam - Math.min(week, Math.ceil(left / 2)), exam - 1] : undefined
}

/** @returns how many new cards a day bring all of them in with time to learn the last ones: half of what is left, at most a week. */
export function newADay(newLeft: number, day: number, exam: number): number {
	const left = exam - day
	if (left <= 0) return 0
	return Math.ceil(newLeft / (left - Math.min(week, Math.floor(left / 2))))
}
