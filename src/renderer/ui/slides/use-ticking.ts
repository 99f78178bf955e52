/** The time, for clocks that are shown. */
import { onBeforeUnmount, onMounted, type Ref, ref } from 'vue'

/** @returns milliseconds since 1970, four times a second */
export function useTicking(): Readonly<Ref<number>> {
	const now = ref(Date.now())
	let timer: ReturnType<typeof setInterval> | undefined
	onMounted(() => {
		timer = setInterval(() => {
			now.value = Date.now()
		}, 250)
	})
	onBeforeUnmount(() => clearInterval(timer))
	return now
}
