/** Asks for results as query and choices change: the newest wins, older questions are cancelled. */
import { type Ref, ref, shallowRef, watch } from 'vue'
import type { SearchAnswer, SearchChoice, SearchFacetKey } from '#contract/search.ts'
import { client } from '../../client/index.ts'
import { sentenceOf } from '../../composables/failure.ts'

export function useSearch(query: Ref<string>) {
	const answer = shallowRef<SearchAnswer>()
	const failure = shallowRef<ReturnType<typeof sentenceOf>>()
	const only = shallowRef<SearchChoice>({})
	const busy = ref(false)
	let latest: AbortController | undefined

	watch([query, only], async ([text, choice]) => {
		latest?.abort()
		if (!text.trim()) {
			answer.value = undefined
			if (Object.keys(choice).length) only.value = {}
			return
		}
		const controller = new AbortController()
		latest = controller
		busy.value = true
		try {
			const found = await client.search.query({ query: text, limit: 20, only: choice }, { signal: controller.signal })
			if (latest !== controller) return
			answer.value = found
			failure.value = undefined
		} catch (error) {
			if (latest === controller && !controller.signal.aborted) failure.value = sentenceOf(error)
		} finally {
			if (latest === controller) busy.value = false
		}
	})

	/** Takes a choice, or takes it back. */
	function toggle(key: SearchFacetKey, value: string): void {
		const chosen: readonly string[] = only.value[key] ?? []
		const next = chosen.includes(value) ? chosen.filter((other) => other !== value) : [...chosen, value]
		only.value = { ...only.value, [key]: next.length ? next : undefined } as SearchChoice
	}
	const clear = (): void => {
		only.value = {}
	}
	return { answer, failure, busy, only, toggle, clear }
}
