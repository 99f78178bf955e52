/** The one dialog that makes cards: pages say what from, the reader looks them over. */
import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'
import type { CardOrigin } from '#contract/cards/notes.ts'

export const useCardMaking = defineStore('card-making', () => {
	const open = ref(false)
	/** What cards are made from; nothing for one by hand. */
	const origin = shallowRef<CardOrigin>()
	/** Id of the mark that was made for the cards alone: it goes where none are made, and is undone with them. */
	const markFor = ref<string>()
	/** The deck that the last cards went into. */
	const lastDeck = ref<string>()

	/** @param mark that was made for this and is nothing without it */
	function make(from?: CardOrigin, mark?: string): void {
		origin.value = from
		markFor.value = mark
		open.value = true
	}
	return { open, origin, markFor, lastDeck, make }
})
