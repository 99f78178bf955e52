/** Where in a comparison the reader has been: its points, and both sides' texts. */
import { computed } from 'vue'
import { useRouter } from 'vue-router'
import type { ComparisonView } from '#contract/library.ts'
import type { PlaceRead } from '#contract/workspace.ts'
import { firstWords, placeName } from '#domain/documents/places.ts'
import { dimensionLabel } from '#domain/words/labels.ts'

export function usePlaces(view: () => ComparisonView | undefined) {
	const router = useRouter()
	const panes = computed(() => {
		const { comparison, documents } = view() ?? {}
		return comparison
			? ['points', ...(documents ?? []).map(({ id }) => id)].map((part) => `compare/${comparison.id}/${part}`)
			: []
	})
	const partOf = ({ pane }: PlaceRead) => pane.slice(pane.lastIndexOf('/') + 1)

	/** @returns what a place is called, undefined when it is not there any more. */
	function nameOf(place: PlaceRead) {
		const part = partOf(place)
		if (part === 'points') {
			const point = view()?.comparison.points.find(({ id }) => id === place.block)
			return point && { title: `Points · ${dimensionLabel(point.dimension)}`, words: firstWords(point.claim) }
		}
		const document = view()?.documents.find(({ id }) => id === part)
		const name = document && placeName(document, place.block)
		return name && { title: `${document.title} · ${name.heading ?? 'The beginning'}`, words: name.words }
	}
	/** Opens a place, as a stop of its own on the reader's way. */
	function go(place: PlaceRead): void {
		const query = partOf(place) === 'points' ? { point: place.block } : { view: 'texts', block: place.block }
		void router.push({ query, force: true })
	}
	return { panes, nameOf, go }
}
