/** What a hit shows. */
import type { Hit } from '#contract/search.ts'

const kinds: Record<Hit['kind'], string> = {
	point: 'Claim',
	finding: 'Finding',
	depiction: 'Depiction',
	section: 'Section',
	article: 'Article',
	trope: 'Trope',
	comparison: 'Comparison',
}
export const kindOf = (hit: Hit): string => kinds[hit.kind]

/** @returns the id under which the same passage is covered on its page: shown in one place, it is shown in the other. */
export function coverIdOf(hit: Hit): string {
	return hit.place.view === 'compare' ? `${hit.place.comparison}#${hit.place.point ?? ''}` : hit.id
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
