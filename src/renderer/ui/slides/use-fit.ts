/** The size of the text on a stage: as large as it can be, smaller where there is much, and then it scrolls. */
import { onBeforeUnmount, onMounted, type Ref, ref } from 'vue'

/** How many sizes are tried, from the full one to the least. */
const steps = 6

/**
 * @param body what may become too long; it gets `--fit` to be multiplied with
 * @param least share of the full size that the last row can still read; null where it is on no stage
 * @returns whether even the smallest is too long, and `settle` to be called after what stands there has changed
 */
export function useFit(body: Readonly<Ref<HTMLElement | null>>, least: () => number | null) {
	const scrolls = ref(false)
	const tooLong = (element: HTMLElement) => element.scrollHeight > element.clientHeight + 1

	function settle(): void {
		const element = body.value
		if (!element) return
		const smallest = least()
		if (smallest === null) {
			element.style.removeProperty('--fit')
			scrolls.value = false
			return
		}
		for (let step = 0; step < steps; step++) {
			element.style.setProperty('--fit', String(1 - ((1 - smallest) * step) / (steps - 1)))
			if (!tooLong(element)) break
		}
		scrolls.value = tooLong(element)
	}

	let observer: ResizeObserver | undefined
	onMounted(() => {
		settle()
		// Letters that come late take another room.
		void document.fonts?.ready.then(settle)
		if (typeof ResizeObserver === 'undefined' || !body.value) return
		observer = new ResizeObserver(settle)
		observer.observe(body.value)
	})
	onBeforeUnmount(() => observer?.disconnect())
	return { scrolls, settle }
}
