/** Back and forward inside the program, and what belongs to each stop on the way: a place in a text, what was open there. */
import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import { useRouter } from 'vue-router'

/** What the router keeps in the browser's history, and what pages keep beside it. */
interface EntryState {
	position?: number
	current?: string
	back?: string | null
	forward?: string | null
	kept?: Record<string, unknown>
}

const stateNow = (): EntryState => (history.state as EntryState | null) ?? {}

export const useTravel = defineStore('travel', () => {
	const router = useRouter()
	const state = shallowRef(stateNow())
	router.afterEach(() => {
		state.value = stateNow()
	})

	/** Which stop this is. It changes whenever the reader goes somewhere, to the same address too. */
	const position = computed(() => state.value.position)
	// Only stops of the program count: before the first one lies whatever the browser showed before.
	const canGoBack = computed(() => Boolean(state.value.back))
	const canGoForward = computed(() => Boolean(state.value.forward))
	function back(): void {
		if (canGoBack.value) router.back()
	}
	function forward(): void {
		if (canGoForward.value) router.forward()
	}

	/** @returns what was kept under this name when the reader was last at this stop. */
	const kept = <T>(name: string): T | undefined => stateNow().kept?.[name] as T | undefined
	/** Keeps something (plain data) for when the reader comes back to this stop. */
	function keep(name: string, value: unknown): void {
		const now = stateNow()
		// On the way back the browser is at the new stop before the page is.
		if (now.current !== router.currentRoute.value.fullPath) return
		history.replaceState({ ...now, kept: { ...now.kept, [name]: value } }, '')
	}

	return { position, canGoBack, canGoForward, back, forward, kept, keep }
})
