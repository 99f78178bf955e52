/** What a presentation will be made of: points, depictions, steps. */
import { computed, ref, shallowRef, watch } from 'vue'
import type { PointSlide, Slide, SlideTheme } from '#contract/classroom/presentations.ts'
import type { ComparisonView } from '#contract/library.ts'
import { makeSlides } from '#domain/classroom/making.ts'
import { pointSlide } from '#domain/classroom/point-slide.ts'

export interface PointDraft {
	id: string
	chosen: boolean
	/** With everything that could stand on it. */
	whole: PointSlide
	/** Ids of the depictions that it will show. */
	depictions: string[]
}
type Step = PointSlide['steps'][number]

export function useMake(view: () => ComparisonView | undefined) {
	const title = ref('')
	const theme = ref<SlideTheme>('light')
	const pairs = ref(true)
	const steps = ref<Step[]>(['vote', 'discuss', 'revote', 'reveal', 'evidence', 'discussion'])
	const points = shallowRef<PointDraft[]>([])

	watch(
		view,
		(now) => {
			title.value = now?.comparison.title ?? ''
			points.value = (now?.comparison.points ?? []).flatMap((point) => {
				if (!now) return []
				const how = { steps: [], pairs: false }
				const all = point.stances.map(({ depiction }) => depiction)
				const whole = pointSlide(now, point, { ...how, depictions: all })
				const usual = pointSlide(now, point, how).depictions.map(({ id }) => id)
				return [{ id: point.id, chosen: true, whole, depictions: usual }]
			})
		},
		{ immediate: true },
	)
	const change = (id: string, some: Partial<PointDraft>) => {
		points.value = points.value.map((each) => (each.id === id ? { ...each, ...some } : each))
	}
	const chosen = computed(() => points.value.filter((each) => each.chosen))
	/** What it would be now. */
	const slides = computed((): Slide[] => {
		const from = view()
		if (!from) return []
		return makeSlides(from, {
			points: chosen.value.map(({ id }) => id),
			depictions: Object.fromEntries(chosen.value.map(({ id, depictions }) => [id, depictions])),
			steps: steps.value,
			pairs: pairs.value,
		})
	})
	return { title, theme, pairs, steps, points, chosen, slides, change }
}
