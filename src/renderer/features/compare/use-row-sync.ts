/**
 * Keeps two readers on the same row. The pane that the reader moves leads; when the passage at its reading line belongs to
 * another row, the other pane goes to the passage that answers it. Row by row, not pixel by pixel: between passages it rests.
 */
import { useEventListener } from '@vueuse/core'
import { computed, ref } from 'vue'
import type { Document } from '#contract/document.ts'
import type { Comparison } from '#contract/library.ts'
import { anchorsIn, blockOfRow } from '#domain/documents/rows.ts'
import { blockElement, scrollToBlock } from '../../composables/blocks.ts'

type Side = 'fiction' | 'reality'
interface Reader {
	pane: () => HTMLElement | null
	document: () => Document | undefined
}

/** How far down a pane its reading line is, as a part of its height. */
const readingLine = 0.25
const leads = ['wheel', 'pointerdown', 'keydown', 'touchstart', 'focusin'] as const

/**
 * @param synced whether the other pane follows
 * @returns the current row (position of a point), and a way to bring both panes to a row
 */
export function useRowSync(comparison: () => Comparison, readers: Record<Side, Reader>, synced: () => boolean) {
	const row = ref<number>()
	let leader: Side | undefined
	let scheduled = false

	const anchors = {
		fiction: computed(() => anchorsOf('fiction')),
		reality: computed(() => anchorsOf('reality')),
	}
	function anchorsOf(side: Side) {
		const document = readers[side].document()
		return document
			? anchorsIn(
					comparison(),
					document.id,
					document.blocks.map((block) => block.id),
				)
			: []
	}

	function rowAtLine(side: Side): number | undefined {
		const pane = readers[side].pane()
		if (!pane) return undefined
		const line = pane.getBoundingClientRect().top + pane.clientHeight * readingLine + 1
		const passed = anchors[side].value.filter(({ block }) => {
			const element = blockElement(pane, block)
			return element !== null && element.getBoundingClientRect().top <= line
		})
		return passed.at(-1)?.row
	}

	function bring(side: Side, to: number): void {
		const { pane, document } = readers[side]
		const element = pane()
		const block = blockOfRow(comparison(), to, document()?.id ?? '')
		if (element && block) scrollToBlock(element, block, { offset: element.clientHeight * readingLine, smooth: true })
	}

	function onScroll(side: Side): void {
		if (scheduled || leader !== side) return
		scheduled = true
		requestAnimationFrame(() => {
			scheduled = false
			const now = rowAtLine(side)
			if (now === undefined || now === row.value) return
			row.value = now
			if (synced()) bring(side === 'fiction' ? 'reality' : 'fiction', now)
		})
	}

	for (const side of ['fiction', 'reality'] as const) {
		useEventListener(readers[side].pane, 'scroll', () => onScroll(side), { passive: true })
		for (const event of leads)
			useEventListener(
				readers[side].pane,
				event,
				() => {
					leader = side
				},
				{ passive: true },
			)
	}

	/** Brings both panes to a row. */
	function goTo(to: number): void {
		const wanted = Math.min(comparison().points.length - 1, Math.max(0, to))
		leader = undefined
		row.value = wanted
		bring('fiction', wanted)
		bring('reality', wanted)
	}
	return { row, goTo }
}
