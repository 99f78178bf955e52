/** Where in a comparison the reader has been: its points, and both sides' texts. */
import { computed } from 'vue'
import { useRouter } from 'vue-router'
import type { Comparison, ComparisonView } from '#contract/library.ts'
import type { PlaceRead } from '#contract/workspace.ts'
import { writeTexts } from '#domain/addresses/texts.ts'
import { firstWords, placeName } from '#domain/documents/places.ts'
import { dimensionLabel } from '#domain/words/labels.ts'

/** @param usual the texts that the comparison shows until the reader chooses others */
export function usePlaces(view: () => ComparisonView | undefined, usual: (comparison: Comparison) => string[]) {
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
	/** The full texts with the place's own at it, in place of one of its side where it is not among the usual. */
	function textsAt(place: PlaceRead) {
		const { comparison, documents = [] } = view() ?? {}
		const shown = comparison ? usual(comparison) : []
		const part = partOf(place)
		const kind = (id: string) => documents.find((document) => document.id === id)?.kind
		const panes = shown.map((id) =>
			id === part || (!shown.includes(part) && kind(id) === kind(part)) ? { id: part, at: place.block } : { id },
		)
		return { view: 'texts', ...writeTexts({ panes }, shown) }
	}
	/** Opens a place, as a stop of its own on the reader's way. */
	function go(place: PlaceRead): void {
		void router.push({ query: partOf(place) === 'points' ? { point: place.block } : textsAt(place), force: true })
	}
	return { panes, nameOf, go }
}
