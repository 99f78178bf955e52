/** Asks for results as the query changes: the newest wins, older questions are cancelled. */
import { type Ref, ref, shallowRef, watch } from 'vue'
import type { SearchAnswer } from '#contract/search.ts'
import { client } from '../../client/index.ts'
import { sentenceOf } from '../../composables/failure.ts'

export function useSearch(query: Readonly<Ref<string>>) {
	const answer = shallowRef<SearchAnswer>()
	const failure = shallowRef<ReturnType<typeof sentenceOf>>()
	const busy = ref(false)
	let latest: AbortController | undefined

	watch(query, async (text) => {
		latest?.abort()
		if (!text.trim()) {
			answer.value = undefined
			return
		}
		const controller = new AbortController()
		latest = controller
		busy.value = true
		try {
			const found = await client.search.query({ query: text, limit: 20 }, { signal: controller.signal })
			if (latest !== controller) return
			answer.value = found
			failure.value = undefined
		} catch (error) {
			if (latest === controller && !controller.signal.aborted) failure.value = sentenceOf(error)
		} finally {
			if (latest === controller) busy.value = false
		}
	})
	return { answer, failure, busy }
}
