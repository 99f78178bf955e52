/** The day on which a card comes back: within FSRS's fuzz range, where there is least to do and no sibling waits. */
import { get_fuzz_range as fuzzRange } from 'ts-fsrs'
import type { Settings } from '#contract/workspace.ts'
import { weekday } from './calendar.ts'
import { lastLook } from './exam.ts'
import { longest } from './memory.ts'

/** What the days ahead hold already. Days are days since 1970. */
export interface Ahead {
	/** How many cards are due on the days from one to another. */
	loads(from: number, to: number): ReadonlyMap<number, number>
	/** Days on which cards of the same note are due. */
	siblings: ReadonlySet<number>
	easyDays: Settings['easyDays']
	/** The exam that the card is learned for. */
	exam: number | null
}

/** What share of a usual day's reviews each kind of day is to get. */
const shares = { normal: 1, reduced: 0.5, minimal: 0 } as const

/** FSRS leaves shorter intervals alone. */
const shortestFuzzed = 2.5

/**
 * @param interval what FSRS would have, in days
 * @returns the shortest and the longest interval that may take its place
 */
export function rangeOf(interval: number, elapsed: number, day: number, exam: number | null): [number, number] {
	const { min_ivl, max_ivl } =
		interval < shortestFuzzed ? { min_ivl: interval, max_ivl: interval } : fuzzRange(interval, elapsed, longest)
	if (exam === null || day + max_ivl < exam) return [min_ivl, max_ivl]
	const look = lastLook(day, exam)
	if (!look) return [min_ivl, max_ivl]
	const [from, to] = look
	// Some days of the range are still in time.
	if (day + interval < exam) return [min_ivl, Math.max(min_ivl, to - day)]
	return [from - day, to - day]
}

/**
 * @param day today
 * @param atLeast what a worse answer gets: a better one gets no less where the range has it
 * @param chance from 0 to 1
 * @returns the interval in days
 */
export function chosenInterval(
	range: readonly [number, number],
	day: number,
	{ loads, siblings, easyDays }: Ahead,
	{ atLeast, chance }: { atLeast: number; chance: number },
): number {
	const [shortest, latest] = range
	const first = Math.min(Math.max(shortest, atLeast), latest)
	if (first === latest) return first
	const due = loads(day + first, day + latest)
	const share = (days: number) => shares[easyDays[weekday(day + days)] ?? 'normal']
	let choices = Array.from({ length: latest - first + 1 }, (_, index) => first + index)
	choices = thoseThat(choices, (days) => share(days) > 0)
	choices = thoseThat(choices, (days) => !siblings.has(day + days))
	const weights = choices.map((days) => {
		// All days are minimal: none of them is spared.
		const part = share(days) || 1
		// With the share in the load as well, an easy day fills up to its share of the others.
		return part / (((due.get(day + days) ?? 0) / part + 1) ** 2 * days)
	})
	let left = chance * weights.reduce((sum, weight) => sum + weight, 0)
	const found = weights.findIndex((weight) => {
		left -= weight
		return left < 0
	})
	return choices[found] ?? latest
}

/** @returns what passes, or all where nothing does. */
function thoseThat(days: number[], passes: (days: number) => boolean): number[] {
	const some = days.filter(passes)
	return some.length ? some : days
}
