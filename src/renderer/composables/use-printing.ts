/** Whether the page is on its way to paper: then it shows what belongs on paper alone, and nothing of it is folded away. */
import { createSharedComposable, useEventListener } from '@vueuse/core'
import { nextTick, ref, watch } from 'vue'

export const usePrinting = createSharedComposable(() => {
	const printing = ref(false)
	useEventListener(window, 'beforeprint', () => {
		printing.value = true
	})
	useEventListener(window, 'afterprint', () => {
		printing.value = false
	})
	// Previews change the medium without a word.
	useEventListener(matchMedia('print'), 'change', ({ matches }: MediaQueryListEvent) => {
		printing.value = matches
	})
	// The browser keeps where panes stood; styles/print.css keeps it from correcting that by where their text stood on paper.
	watch(printing, async (on) => {
		const { dataset } = document.documentElement
		if (on) dataset.paper = ''
		else {
			for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame)
			if (!printing.value) delete dataset.paper
		}
	})

	/** Opens the system's print dialog once the page is ready for paper. */
	async function print(): Promise<void> {
		printing.value = true
		await nextTick()
		window.print()
	}
	return { printing, print }
})
