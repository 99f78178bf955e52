/** What Notes shows, kept in its address: the grouping, what it is narrowed to, words to find, one note. */
import { computed } from 'vue'
import { type LocationQueryRaw, useRoute, useRouter } from 'vue-router'
import { groupings, noteFacetKeys } from '#contract/tokens.ts'
import type { Grouping, NoteFacetKey } from '#domain/annotations/notebook.ts'

export function useNotesQuery() {
	const route = useRoute()
	const router = useRouter()
	const all = (key: string) => [route.query[key] ?? []].flat().filter((value) => value !== null)
	const put = (query: LocationQueryRaw) => router.replace({ query: { ...route.query, ...query } })

	const by = computed({
		get: (): Grouping => groupings.find((one) => one === route.query.by) ?? 'date',
		set: (grouping) => put({ by: grouping === 'date' ? undefined : grouping }),
	})
	const choice = computed(
		(): Partial<Record<NoteFacetKey, string[]>> => Object.fromEntries(noteFacetKeys.map((key) => [key, all(key)])),
	)
	const words = computed({
		get: () => all('words')[0] ?? '',
		set: (text) => put({ words: text || undefined }),
	})
	function toggle(key: NoteFacetKey, value: string): void {
		const chosen = choice.value[key] ?? []
		void put({ [key]: chosen.includes(value) ? chosen.filter((other) => other !== value) : [...chosen, value] })
	}
	/** Shows all again, or those alone that are chosen here; the grouping stays. */
	const narrow = (query: LocationQueryRaw = {}) =>
		router.replace({ query: { ...(by.value === 'date' ? {} : { by: by.value }), ...query } })

	return {
		by,
		choice,
		words,
		/** The note that somebody came for. */
		note: computed(() => all('note')[0]),
		narrowed: computed(() => words.value !== '' || noteFacetKeys.some((key) => choice.value[key]?.length)),
		toggle,
		narrow,
	}
}
