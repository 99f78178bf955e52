/** What a file in tests/bench gives back: `export async function rows(): Promise<Row[]>`. */

export interface Row {
	name: string
	/** What Parallax took, and what it is held against, measured in the same run: medians, unless the note says otherwise. */
	ours: number
	theirs: number
	unit: 'ms' | 'MB' | 'frames' | '×' | '%'
	/** `ours / theirs`, unless there is a better one (of pairs of runs, for instance). */
	ratio?: number
	/** The largest ratio that is good enough; a row without one is for reading. */
	goal?: number
	/** 95th percentile of ours, in the same unit. */
	p95?: number
	/** What `theirs` is, and what else a reader has to know. */
	note?: string
}

/** @returns the value below which this share of the values lies. @param share from 0 to 1 */
export function quantile(values: readonly number[], share: number): number {
	const sorted = [...values].sort((a, b) => a - b)
	const value = sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]
	if (value === undefined) throw new Error('There is nothing to take a quantile of.')
	return value
}

export const median = (values: readonly number[]): number => quantile(values, 0.5)

/**
 * Measures two things by turns (A B A B …), so that whatever else the machine does falls on both.
 * @param times how often each; one more run of each comes before and does not count
 */
export async function byTurns(
	times: number,
	ours: () => Promise<number>,
	theirs: () => Promise<number>,
): Promise<{ ours: number[]; theirs: number[] }> {
	await ours()
	await theirs()
	const measured = { ours: [] as number[], theirs: [] as number[] }
	for (let turn = 0; turn < times; turn++) {
		measured.ours.push(await ours())
		measured.theirs.push(await theirs())
	}
	return measured
}

/** @returns the row of two series of measurements. */
export const compared = (
	name: string,
	{ ours, theirs }: { ours: number[]; theirs: number[] },
	rest: Omit<Row, 'name' | 'ours' | 'theirs' | 'p95'>,
): Row => ({ name, ours: median(ours), theirs: median(theirs), p95: quantile(ours, 0.95), ...rest })
