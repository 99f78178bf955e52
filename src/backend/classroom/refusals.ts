/** What followers were refused, as it is written into the log: the first of each kind, then whenever there are ten times as many. */
import type { Following } from '#contract/classroom/classroom.ts'

type Refused = Following['refused']

/** @returns a sentence for each kind that is worth one now; a flood must not fill the log that tells of it */
export function refusalsToLog(before: Refused, now: Refused): string[] {
	return now.flatMap(({ why, count }) => {
		const known = before.find((each) => each.why === why)?.count ?? 0
		return size(count) > size(known) ? [`Of followers, ${count} were refused so far (${why}).`] : []
	})
}

/** 0 for none, 1 from 1, 2 from 10, 3 from 100. */
const size = (count: number): number => (count < 1 ? 0 : Math.floor(Math.log10(count)) + 1)
