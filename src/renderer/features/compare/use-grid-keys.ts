/** Arrow keys in a grid of cells, one of which has the focus (the ARIA grid pattern). */
import { nextTick, type Ref } from 'vue'

interface Cell {
	row: number
	column: number
}

/**
 * @param grid holds the cells, marked with `data-cell="row-column"`
 * @param cell the one that can be reached by Tab
 */
export function useGridKeys(
	grid: Readonly<Ref<HTMLElement | null>>,
	cell: Ref<Cell>,
	size: () => { rows: number; columns: number },
) {
	async function onKeydown(event: KeyboardEvent): Promise<void> {
		const target = event.target as HTMLElement
		if (!target.dataset.cell || event.altKey) return
		const { rows, columns } = size()
		const { row, column } = cell.value
		const whole = event.ctrlKey || event.metaKey
		const moves: Record<string, Cell> = {
			ArrowRight: { row, column: column + 1 },
			ArrowLeft: { row, column: column - 1 },
			ArrowDown: { row: row + 1, column },
			ArrowUp: { row: row - 1, column },
			Home: { row: whole ? 0 : row, column: 0 },
			End: { row: whole ? rows - 1 : row, column: columns - 1 },
			PageDown: { row: Math.min(rows - 1, row + 8), column },
			PageUp: { row: Math.max(0, row - 8), column },
		}
		const to = moves[event.key]
		if (!to) return
		event.preventDefault()
		if (to.row < 0 || to.column < 0 || to.row >= rows || to.column >= columns) return
		cell.value = to
		await nextTick()
		grid.value?.querySelector<HTMLElement>(`[data-cell="${to.row}-${to.column}"]`)?.focus()
	}
	return { onKeydown }
}
