/** Brings what the address names after its # into view, once it is there, and gives it the focus. */
import { nextTick, onMounted, watch } from 'vue'
import { useRoute } from 'vue-router'

/** @param ready changes when more of the page has been rendered */
export function useHashTarget(ready: () => unknown = () => undefined): void {
	const route = useRoute()
	async function go(): Promise<void> {
		await nextTick()
		const target = route.hash ? document.getElementById(route.hash.slice(1)) : null
		if (!target) return
		target.scrollIntoView({ block: 'start' })
		target.focus({ preventScroll: true })
	}
	onMounted(go)
	watch([() => route.hash, ready], go)
}
