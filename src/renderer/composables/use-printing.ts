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
	// The browser keeps where panes stood. Once it has laid them out for paper it also corrects them by where their text stood
	// there, so from then on it must not (styles/print.css).
	watch(printing, () => {
		document.documentElement.dataset.paper = ''
	})

	/** Opens the system's print dialog once the page is ready for paper. */
	async function print(): Promise<void> {
		printing.value = true
		await nextTick()
		window.print()
	}
	return { printing, print }
})
