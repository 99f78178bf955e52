/** Anchoring 2,000 annotations again, on a text of 50,000 characters, against the limits that readers notice. */
import { performance } from 'node:perf_hooks'
import { anchorAll } from '#domain/anchoring/anchor.ts'
import { largeCase } from '../unit/support/edits.ts'
import { median, quantile, type Row } from './row.ts'

export async function rows(): Promise<Row[]> {
	const { text, oldText, annotations } = largeCase()
	const selectors = annotations.map(({ selector }) => selector)
	const row = (what: string, limit: number, anchor: () => unknown): Row => {
		const times = Array.from({ length: 15 }, () => {
			const start = performance.now()
			anchor()
			return performance.now() - start
		})
		return {
			name: `2,000 annotations anchored again, ${what}`,
			ours: median(times),
			theirs: limit,
			unit: 'ms',
			goal: 1,
			p95: quantile(times, 0.95),
			note: `the limit; the first time, before anything was compiled, ${times[0]?.toFixed(0)} ms`,
		}
	}
	return [
		row('text unchanged', 10, () => anchorAll(oldText, selectors, { oldText })),
		row('5 % of the text edited', 150, () => anchorAll(text, selectors, { oldText })),
	]
}
