/** What a browser forgets of an element that is moved within the page: how far it was scrolled, and the focus in it. */
import { nextTick, watch } from 'vue'

/** Keeps both over a change of the panes' order. @param panes those that scroll */
export function useSteadyPanes(order: () => unknown, panes: () => readonly (HTMLElement | null)[]): void {
	watch(order, async () => {
		const focused = document.activeElement
		const tops = panes().map((pane) => ({ pane, top: pane?.scrollTop ?? 0 }))
		await nextTick()
		for (const { pane, top } of tops) if (pane?.isConnected) pane.scrollTop = top
		if (focused instanceof HTMLElement && focused.isConnected) focused.focus({ preventScroll: true })
	})
}
