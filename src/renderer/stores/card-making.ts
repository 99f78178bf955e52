/** The one dialog that makes cards: pages say what from, the reader looks them over. */
import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'
import type { CardOrigin } from '#contract/cards/notes.ts'

export const useCardMaking = defineStore('card-making', () => {
	const open = ref(false)
	/** What cards are made from; nothing for one by hand. */
	const origin = shallowRef<CardOrigin>()
	function make(from?: CardOrigin): void {
		origin.value = from
		open.value = true
	}
	return { open, origin, make }
})
