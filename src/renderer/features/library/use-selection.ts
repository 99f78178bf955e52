/** What the library shows, kept in its address: kind, facets, words, a finding, a work, a creator. */
import { computed } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import { type FacetKey, facetKeys, type Selection } from '#domain/library/facets.ts'

/** Kinds of rows; creators are gathered from the works. */
export const kinds = [
	{ kind: 'comparison', label: 'Comparisons' },
	{ kind: 'trope', label: 'Tropes' },
	{ kind: 'article', label: 'Articles' },
	{ kind: 'depiction', label: 'Depictions' },
	{ kind: 'work', label: 'Works' },
	{ kind: 'creator', label: 'Creators' },
	{ kind: 'reference', label: 'References' },
] as const
export type RowKind = (typeof kinds)[number]['kind']

export function useSelection() {
	const route = useRoute()
	const router = useRouter()
	const one = (key: string) => (route.query[key] ? String(route.query[key]) : undefined)
	const put = (query: Record<string, string | undefined>) => router.replace({ query: { ...route.query, ...query } })

	const kind = computed<RowKind>(() => kinds.find((entry) => entry.kind === route.query.kind)?.kind ?? 'comparison')
	const selection = computed(
		(): Selection =>
			Object.fromEntries(facetKeys.map((key) => [key, one(key)?.split(',').filter(Boolean) ?? []])) as Selection,
	)
	const words = computed({
		get: () => one('words') ?? '',
		set: (text) => put({ words: text || undefined }),
	})
	const finding = computed({
		get: () => one('finding') ?? '',
		set: (id) => put({ finding: id || undefined }),
	})

	function toggle(key: FacetKey, value: string): void {
		const chosen = selection.value[key] ?? []
		const next = chosen.includes(value) ? chosen.filter((other) => other !== value) : [...chosen, value]
		void put({ [key]: next.length ? next.join(',') : undefined })
	}
	/** Another kind: words stay, what narrows only the old kind goes. */
	const choose = (next: RowKind) =>
		router.replace({
			query: { ...(next === 'comparison' ? {} : { kind: next }), ...(words.value ? { words: words.value } : {}) },
		})
	const clear = () => router.replace({ query: kind.value === 'comparison' ? {} : { kind: kind.value } })

	return {
		kind,
		selection,
		words,
		finding,
		work: computed(() => one('work')),
		creator: computed(() => one('creator')),
		toggle,
		choose,
		clear,
	}
}
