/** The one dialog that makes a presentation: pages say of which comparison, the presenter decides the rest. */
import { defineStore } from 'pinia'
import { ref } from 'vue'

export const usePresentationMaking = defineStore('presentation-making', () => {
	const open = ref(false)
	/** What it is made from; nothing where that is chosen in the dialog. */
	const comparison = ref<string>()

	function make(from?: string): void {
		comparison.value = from
		open.value = true
	}
	return { open, comparison, make }
})
