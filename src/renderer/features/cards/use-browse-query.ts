/** What the browser looks for and in which order, kept in its address. */
import { computed } from 'vue'
import { type LocationQueryRaw, useRoute, useRouter } from 'vue-router'
import type { CardFilter } from '#contract/cards/browse.ts'
import { cardOrders, cardStates, holds } from '#contract/cards/words.ts'
import { flags } from './browse-labels.ts'

export type CardOrder = (typeof cardOrders)[number]

const oneOf = <T extends string>(all: readonly T[], value: string | undefined): T | undefined =>
	all.find((one) => one === value)

export function useBrowseQuery() {
	const route = useRoute()
	const router = useRouter()
	const one = (key: string) => [route.query[key] ?? []].flat()[0] || undefined
	const put = (query: LocationQueryRaw) => router.replace({ query: { ...route.query, ...query } })
	const part = (key: string) =>
		computed({ get: () => one(key) ?? '', set: (value: string) => void put({ [key]: value || undefined }) })

	const filter = computed((): CardFilter => {
		const [deck, tag, state, comparison] = [Number(one('deck')), one('tag'), one('state'), one('comparison')]
		const [is, hold, only] = [oneOf(cardStates, state), oneOf(holds, state), oneOf(flags, one('only'))]
		return {
			text: (one('words') ?? '').slice(0, 400),
			...(Number.isInteger(deck) && deck > 0 ? { deck } : {}),
			...(tag ? { tag: tag.slice(0, 100) } : {}),
			...(is ? { state: is } : {}),
			...(hold ? { hold } : {}),
			...(only ? { only } : {}),
			...(comparison ? { comparison } : {}),
		}
	})
	const order = computed({
		get: (): CardOrder => oneOf(cardOrders, one('order')) ?? 'created',
		set: (by) => void put({ order: by === 'created' ? undefined : by, down: undefined }),
	})
	const descending = computed({
		get: () => one('down') !== undefined,
		set: (down) => void put({ down: down ? '1' : undefined }),
	})
	/** The same column again turns it round. */
	const sort = (by: CardOrder) => {
		if (by === order.value) descending.value = !descending.value
		else order.value = by
	}
	const clear = () => {
		const { order: by, down } = route.query
		void router.replace({ query: { ...(by ? { order: by } : {}), ...(down ? { down } : {}) } })
	}
	return {
		filter,
		order,
		descending,
		sort,
		clear,
		words: part('words'),
		deck: part('deck'),
		tag: part('tag'),
		state: part('state'),
		only: part('only'),
		narrowed: computed(() => JSON.stringify(filter.value) !== JSON.stringify({ text: '' })),
	}
}
