/** Which cards are chosen: some of them, or all that is found. */
import { computed, shallowRef } from 'vue'

/** @param between ids of the rows from one to another */
export function useCardChoice(between: (from: number, to: number) => Promise<number[]>) {
	const some = shallowRef<ReadonlySet<number>>(new Set())
	const all = shallowRef(false)
	/** Where a stretch of rows begins. */
	let anchor = 0
	let before: ReadonlySet<number> = some.value

	const clear = () => {
		some.value = new Set()
		all.value = false
	}
	function toggle(id: number, index: number): void {
		const next = new Set(some.value)
		if (!next.delete(id)) next.add(id)
		all.value = false
		some.value = next
		begin(index)
	}
	/** From here on stretches are chosen. */
	function begin(index: number): void {
		anchor = index
		before = some.value
	}
	/** Chooses the rows from where the stretch began to this one. */
	async function reach(index: number): Promise<void> {
		all.value = false
		const kept = before
		const ids = await between(anchor, index)
		some.value = new Set([...kept, ...ids])
	}
	const takeAll = () => {
		some.value = new Set()
		all.value = true
	}
	return {
		some,
		all,
		any: computed(() => all.value || some.value.size > 0),
		has: (id: number) => all.value || some.value.has(id),
		...{ clear, toggle, begin, reach, takeAll },
	}
}
