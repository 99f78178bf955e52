import type { Comparison } from '#contract/library.ts'
import type { Cover } from '../cover.ts'
import { count, words, wrap } from '../text.ts'

/** @returns a comparison for reading in a terminal: its points one under the other, fiction first. */
export function showComparison(comparison: Comparison, cover: Cover, width: number): string {
	const points = comparison.points.map((point) => {
		const shown = (text: string) => wrap(cover.over(point, text), width, '            ').trimStart()
		return [
			`${words(point.dimension).toUpperCase()} (${point.verdict}, ${count(point.references.length, 'reference')})`,
			`  Fiction:  ${shown(point.claim)}`,
			`  Reality:  ${shown(point.finding)}`,
			`  Question: ${shown(point.question)}`,
		].join('\n')
	})
	return [comparison.title.toUpperCase(), wrap(comparison.summary, width), ...points, ''].join('\n\n')
}
