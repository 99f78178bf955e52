/** What goes on between one mark and the next: the colour in hand, the first end of a link, the place to arrive at. */
import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'
import type { HighlightColour, Relation, Selector, Source } from '#contract/annotations.ts'
import type { Stretch } from '#domain/annotations/passages.ts'

export interface LinkEnd {
	source: Source
	selector: Selector
}

export const useMarking = defineStore('marking', () => {
	const colour = ref<HighlightColour>('yellow')
	const relation = ref<Relation>('contradicts')
	/** The passage that waits for the other end of its link; it waits while the reader goes elsewhere. */
	const from = shallowRef<LinkEnd>()
	/** Where the text that opens next puts its cursor. */
	const arrival = shallowRef<Stretch & { source: Source }>()
	return { colour, relation, from, arrival }
})
