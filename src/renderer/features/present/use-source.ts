/** The comparison that a slide was made from: what else it has, and whether it says something else now. */
import { computed, shallowReactive, watch } from 'vue'
import type { PointSlide, SlideDepiction, SlideReference } from '#contract/classroom/presentations.ts'
import type { ComparisonView } from '#contract/library.ts'
import { pointSlide } from '#domain/classroom/point-slide.ts'
import { client } from '../../client/index.ts'

/** Each comparison is asked for once while the window is open; null where it is not in the library any more. */
const known = shallowReactive(new Map<string, ComparisonView | null>())
const asked = new Set<string>()

function ask(comparison: string): void {
	if (asked.has(comparison)) return
	asked.add(comparison)
	client.library.comparison({ id: comparison }).then(
		(view) => known.set(comparison, view),
		(error) => {
			if ((error as { code?: string }).code === 'NOT_FOUND') known.set(comparison, null)
			else asked.delete(comparison)
		},
	)
}

/** @returns the comparisons of these ids as far as they are there; undefined while one is asked for */
export function useSources(ids: () => readonly string[]) {
	watch(ids, (wanted) => wanted.forEach(ask), { immediate: true })
	return known as ReadonlyMap<string, ComparisonView | null>
}

/** What the library has for a slide of a point. */
export function useSource(slide: () => PointSlide) {
	const sources = useSources(() => [slide().source.comparison])
	const view = computed(() => sources.get(slide().source.comparison))
	/** The same point with everything that could stand on it. */
	const whole = computed(() => {
		const point = view.value?.comparison.points.find(({ id }) => id === slide().source.point)
		if (!view.value || !point) return undefined
		const depictions = point.stances.map(({ depiction }) => depiction)
		return pointSlide(view.value, point, { depictions, steps: slide().steps, pairs: true })
	})
	const without = <T extends { id: string }>(all: readonly T[] | undefined, there: readonly T[]): T[] =>
		(all ?? []).filter(({ id }) => !there.some((each) => each.id === id))
	return {
		view,
		whole,
		depictions: computed((): SlideDepiction[] => without(whole.value?.depictions, slide().depictions)),
		references: computed((): SlideReference[] => without(whole.value?.references, slide().references)),
	}
}
