/** Arrow keys between the search field and the two columns of results. */
import type { Ref } from 'vue'

/** @returns a handler for keydown on whatever holds both */
export function useResultKeys(
	input: Readonly<Ref<HTMLInputElement | null>>,
	results: Readonly<Ref<HTMLElement | null>>,
) {
	const columns = () =>
		[...(results.value?.querySelectorAll('[data-column]') ?? [])].map((column) => [
			...column.querySelectorAll<HTMLElement>('[data-hit]'),
		])

	/** Where the focus is among the results. */
	function place(all: HTMLElement[][]): { column: number; row: number } | undefined {
		for (const [column, hits] of all.entries()) {
			const row = hits.indexOf(document.activeElement as HTMLElement)
			if (row >= 0) return { column, row }
		}
		return undefined
	}

	function onKeydown(event: KeyboardEvent): void {
		const all = columns()
		const at = place(all)
		let target: HTMLElement | null | undefined
		if (!at) {
			if (document.activeElement !== input.value) return
			if (event.key === 'ArrowDown') target = all[0]?.[0] ?? all[1]?.[0]
			else if (event.key === 'Enter') all.flat()[0]?.click()
		} else if (event.key === 'ArrowDown') target = all[at.column]?.[at.row + 1]
		else if (event.key === 'ArrowUp') target = at.row ? all[at.column]?.[at.row - 1] : input.value
		else if (event.key === 'ArrowRight' || event.key === 'ArrowLeft') {
			const other = all[at.column + (event.key === 'ArrowRight' ? 1 : -1)]
			target = other?.[Math.min(at.row, other.length - 1)]
		} else if (event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey && event.key !== ' ') {
			// A letter typed on a result goes on with the query.
			input.value?.focus()
			return
		}
		if (!target) return
		event.preventDefault()
		target.focus()
	}
	return { onKeydown }
}
