/** What a hit shows. */
import type { Hit, Reading } from '#contract/search.ts'
import { respell } from '#domain/search/query.ts'
import { wordsOf } from '#domain/search/words.ts'

/** @returns the id under which the same passage is covered on its page: shown in one place, it is shown in the other. */
export function coverIdOf(hit: Hit): string {
	return hit.place.view === 'compare' ? `${hit.place.comparison}#${hit.place.point ?? ''}` : hit.id
}

/** @returns the query as it is marked where a hit opens: a misspelt word gives way to the words found there in its place. */
export function marksOf(hit: Hit, query: string, readings: readonly Reading[]): string {
	const found = new Set(wordsOf([hit.title, hit.context, hit.excerpt].join(' ')).map(({ folded }) => folded))
	return readings
		.filter(({ taken }) => taken)
		.reduce((text, { typed, words }) => {
			const there = words.filter((word) => found.has(word))
			return respell(text, typed, (there.length ? there : words.slice(0, 1)).join(' '))
		}, query)
		.trim()
}

/** @returns the excerpt in runs, marked and not. */
export function runsOf({ excerpt, marks }: Pick<Hit, 'excerpt' | 'marks'>): { text: string; marked: boolean }[] {
	const runs: { text: string; marked: boolean }[] = []
	let at = 0
	for (const [start, end] of marks) {
		if (start > at) runs.push({ text: excerpt.slice(at, start), marked: false })
		runs.push({ text: excerpt.slice(start, end), marked: true })
		at = end
	}
	if (at < excerpt.length) runs.push({ text: excerpt.slice(at), marked: false })
	return runs
}
