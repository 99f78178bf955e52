/** The focus is never lost: when the element that has it goes away, what stood around it gets it. */
import { useEventListener } from '@vueuse/core'
import { onBeforeUnmount, onMounted } from 'vue'

/** What may take the focus from a script: a pane, a dialog, the page. */
const takesFocus = '[tabindex]'

/**
 * Watches the whole window. Browsers give the focus of a removed element to the body, from where a screen reader starts at
 * the top again. A page or a dialog that comes up next takes it further by itself.
 */
export function useKeptFocus(): void {
	let around: Element[] = []
	useEventListener(document, 'focusin', ({ target }) => {
		around = []
		for (let element = target as Element | null; element; element = element.parentElement) around.push(element)
	})
	const observer = new MutationObserver(() => {
		if (around[0]?.isConnected !== false || document.activeElement !== document.body) return
		const next =
			around.find((element) => element.isConnected && element.matches(takesFocus)) ?? document.getElementById('page')
		if (next instanceof HTMLElement) next.focus({ preventScroll: true })
	})
	onMounted(() => observer.observe(document.body, { childList: true, subtree: true }))
	onBeforeUnmount(() => observer.disconnect())
}
