/** The size of the text on a stage: as large as it can be, smaller where there is much, and then it scrolls. */
import { onBeforeUnmount, onMounted, type Ref, ref } from 'vue'

/** Shares of the full size. The last one leaves text that the last row can read: 28 px on a stage of 1280 × 720. */
const sizes = [1, 0.94, 0.88, 0.83, 0.78]

/**
 * @param body what may become too long; it gets `--fit` to be multiplied with
 * @param on whether it is on a stage
 * @returns whether even the smallest is too long, and `settle` to be called after what stands there has changed
 */
export function useFit(body: Readonly<Ref<HTMLElement | null>>, on: () => boolean) {
	const scrolls = ref(false)
	const tooLong = (element: HTMLElement) => element.scrollHeight > element.clientHeight + 1

	function settle(): void {
		const element = body.value
		if (!element) return
		if (!on()) {
			element.style.removeProperty('--fit')
			scrolls.value = false
			return
		}
		for (const size of sizes) {
			element.style.setProperty('--fit', String(size))
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
