/** Slides whose comparison says something else now than when they were made. */
import { computed } from 'vue'
import type { PointSlide } from '#contract/classroom/presentations.ts'
import { slidesChanged } from '#domain/classroom/renewal.ts'
import type { Slides } from './use-slides.ts'
import { useSources } from './use-source.ts'

export function useRenewal({ slides, change }: Slides) {
	const ids = computed(() => [
		...new Set(slides.value.flatMap((each) => (each.type === 'point' ? [each.source.comparison] : []))),
	])
	const sources = useSources(() => ids.value)
	/** By the slide’s id, how it would be made now. */
	const renewed = computed((): ReadonlyMap<string, PointSlide> => {
		const found = new Map<string, PointSlide>()
		for (const id of ids.value) {
			const view = sources.get(id)
			if (view) for (const [slide, now] of slidesChanged(slides.value, view)) found.set(slide, now)
		}
		return found
	})
	function bringUpToDate(id: string): void {
		const [before, now] = [slides.value.find((each) => each.id === id), renewed.value.get(id)]
		if (before && now) change(before, now, 'source')
	}
	return { renewed, stale: computed((): ReadonlySet<string> => new Set(renewed.value.keys())), bringUpToDate }
}
