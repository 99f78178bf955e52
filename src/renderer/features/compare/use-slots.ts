/** Panes that stay themselves while their order changes: the same text may stand in two of them. */
import { type ShallowRef, shallowRef, watch } from 'vue'

export interface Slot {
	key: number
	/** Id of its text; empty while none is chosen. */
	id: string
	/** Which of the panes with this text it was when it opened, from 1: each keeps a place of its own. */
	nth: number
}

/** @returns the panes in order, and a way to change two of them over before the address says so */
export function useSlots(ids: () => readonly string[]): {
	slots: Readonly<ShallowRef<readonly Slot[]>>
	swap(from: number, to: number): void
} {
	const slots = shallowRef<readonly Slot[]>([])
	let next = 1

	function open(id: string, others: readonly Slot[]): Slot {
		const taken = others.filter((slot) => slot.id === id).map(({ nth }) => nth)
		return { key: next++, id, nth: [1, 2, 3].find((nth) => !taken.includes(nth)) ?? 1 }
	}
	watch(
		() => ids().join(','),
		() => {
			const free = [...slots.value]
			const kept = ids().map((id) => {
				const at = free.findIndex((slot) => slot.id === id)
				return at < 0 ? undefined : free.splice(at, 1)[0]
			})
			const made: Slot[] = []
			for (const [index, id] of ids().entries())
				made.push(kept[index] ?? open(id, [...made, ...kept.slice(index).flatMap((slot) => slot ?? [])]))
			slots.value = made
		},
		{ immediate: true },
	)
	function swap(from: number, to: number): void {
		const order = [...slots.value]
		const [a, b] = [order[from], order[to]]
		if (!a || !b) return
		order[from] = b
		order[to] = a
		slots.value = order
	}
	return { slots, swap }
}
