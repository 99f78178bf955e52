/** The rows that a filter finds, asked for in portions as they come into sight. */
import { computed, shallowReactive, shallowRef, watch } from 'vue'
import type { CardFilter, CardRow } from '#contract/cards/browse.ts'
import { client, connection } from '../../client/index.ts'
import { isDisconnected } from '../../composables/failure.ts'
import { onChange } from '../../stores/changes.ts'
import type { CardOrder } from './use-browse-query.ts'

const portion = 100

interface Wanted {
	filter: CardFilter
	order: CardOrder
	descending: boolean
}

/** @param wanted what is looked for; another answer starts anew */
export function useBrowseRows(wanted: () => Wanted) {
	const key = computed(() => JSON.stringify(wanted()))
	const portions = shallowReactive(new Map<number, readonly CardRow[]>())
	const total = shallowRef<number>()
	const error = shallowRef<unknown>()
	/** Portions on their way. */
	const asked = new Map<number, Promise<void>>()
	let turn = 0
	let near: [number, number] = [0, 0]

	function ask(number: number): Promise<void> {
		const answer = asked.get(number) ?? fetch(number)
		asked.set(number, answer)
		return answer
	}
	async function fetch(number: number): Promise<void> {
		const mine = turn
		try {
			const answer = await client.cards.browse.find({ ...wanted(), offset: number * portion, limit: portion })
			if (mine !== turn) return
			portions.set(number, answer.rows)
			total.value = answer.total
			error.value = undefined
		} catch (failure) {
			if (mine === turn) error.value = failure
		} finally {
			if (mine === turn) asked.delete(number)
		}
	}
	const numbers = ([start, end]: [number, number]) => {
		const first = Math.floor(Math.max(0, start) / portion)
		return Array.from({ length: Math.floor(end / portion) - first + 1 }, (_, index) => first + index)
	}
	/** Says which rows are in sight. */
	function look(start: number, end: number): void {
		near = [start, end]
		for (const number of numbers(near)) if (!portions.has(number)) void ask(number)
	}
	/** Asks again for what is in sight; until it is there the old rows stay. */
	function reload(): void {
		turn++
		asked.clear()
		const shown = new Set(numbers(near))
		for (const number of portions.keys()) if (!shown.has(number)) portions.delete(number)
		for (const number of shown) void ask(number)
	}
	watch(key, () => {
		near = [0, 0]
		reload()
	})
	void ask(0)
	onChange('cards', reload)
	watch(connection, (status) => {
		if (status === 'open' && error.value !== undefined && isDisconnected(error.value)) reload()
	})

	const row = (index: number): CardRow | undefined => portions.get(Math.floor(index / portion))?.[index % portion]
	/** @returns ids of the rows from one to another, both included. */
	async function between(from: number, to: number): Promise<number[]> {
		const span: [number, number] = [Math.min(from, to), Math.max(from, to)]
		for (const number of numbers(span)) if (!portions.has(number)) await ask(number)
		return Array.from({ length: span[1] - span[0] + 1 }, (_, index) => row(span[0] + index)?.id).filter(
			(id) => id !== undefined,
		)
	}
	return { key, total, error, row, look, reload, between }
}
