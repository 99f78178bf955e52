/** Whether the page is on its way to paper: then it shows what belongs on paper alone, and nothing of it is folded away. */
import { createSharedComposable, useEventListener } from '@vueuse/core'
import { nextTick, ref, watch } from 'vue'

export const usePrinting = createSharedComposable(() => {
	const printing = ref(false)
	/** Where the panes stood: on paper nothing scrolls, and a pane that cannot scroll forgets its place. */
	let places: [Element, number][] = []

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
	useEventListener(
		document,
		'scroll',
		({ target }) => {
			if (!(target instanceof Element) || printing.value || matchMedia('print').matches) return
			places = [...places.filter(([pane]) => pane !== target && pane.isConnected), [target, target.scrollTop]]
		},
		{ capture: true, passive: true },
	)
	watch(
		printing,
		(on) => {
			if (!on) for (const [pane, top] of places) pane.scrollTo({ top, behavior: 'instant' })
		},
		{ flush: 'post' },
	)

	/** Opens the system's print dialog once the page is ready for paper. */
	async function print(): Promise<void> {
		printing.value = true
		await nextTick()
		window.print()
	}
	return { printing, print }
})
