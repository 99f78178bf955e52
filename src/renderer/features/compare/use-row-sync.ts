/**
 * Keeps readers on the same row. The pane that the reader moves leads; when the passage at its reading line belongs to
 * another row, the others go to the passages that answer it. Row by row, not pixel by pixel: between passages they rest.
 */
import { useEventListener } from '@vueuse/core'
import { computed, type Ref, ref } from 'vue'
import type { Document } from '#contract/document.ts'
import type { Comparison } from '#contract/library.ts'
import { anchorsIn, answersTo } from '#domain/documents/rows.ts'
import { blockElement, scrollToBlock } from '../../composables/blocks.ts'

export interface Reader {
	/** The element that scrolls, and the one around it with its tools. */
	pane: () => HTMLElement | null
	root: () => HTMLElement | null
	document: () => Document | undefined
}

/** How far down a pane its reading line is, as a part of its height. */
const readingLine = 0.25
const leads = ['wheel', 'pointerdown', 'keydown', 'touchstart', 'focusin'] as const

/**
 * @param around holds all panes
 * @param comparison in which the texts have points in common; undefined while they have none
 * @param together whether the other panes follow
 * @param moved told when the reader has scrolled a pane, with whether that led to another row
 * @returns the current row (position of a point), which readers take part, and a way to bring all to a row
 */
export function useRowSync(
	around: Readonly<Ref<HTMLElement | null>>,
	comparison: () => Comparison | undefined,
	readers: () => readonly Reader[],
	together: () => boolean,
	moved: (toAnotherRow: boolean) => void,
) {
	const row = ref<number>()
	let leader: HTMLElement | null = null
	let scheduled = false

	const ids = () => readers().map((reader) => reader.document()?.id ?? '')
	const anchors = computed(() =>
		readers().map((reader) => {
			const [of, document] = [comparison(), reader.document()]
			const order = document?.blocks.map((block) => block.id) ?? []
			return of && document ? anchorsIn(of, document.id, order) : []
		}),
	)
	const takesPart = computed(() => anchors.value.map((own) => own.length > 0))

	function rowAtLine(index: number): number | undefined {
		const pane = readers()[index]?.pane()
		if (!pane) return undefined
		const line = pane.getBoundingClientRect().top + pane.clientHeight * readingLine + 1
		const passed = anchors.value[index]?.filter(({ block }) => {
			const element = blockElement(pane, block)
			return element !== null && element.getBoundingClientRect().top <= line
		})
		return passed?.at(-1)?.row
	}

	/** Brings up what answers a row, except in the pane that leads. */
	function bring(to: number, leading?: number): void {
		const of = comparison()
		if (!of) return
		for (const [index, block] of answersTo(of, to, ids(), leading).entries()) {
			const pane = readers()[index]?.pane()
			if (pane && block) scrollToBlock(pane, block, { offset: pane.clientHeight * readingLine, smooth: true })
		}
	}

	function look(index: number): void {
		const now = rowAtLine(index)
		const another = now !== undefined && now !== row.value
		if (another) {
			row.value = now
			if (together()) bring(now, index)
		}
		moved(another)
	}

	// Scrolling does not bubble, but it can be heard on its way down.
	const options = { passive: true, capture: true }
	useEventListener(
		around,
		'scroll',
		({ target }) => {
			const index = readers().findIndex((reader) => reader.pane() === target && reader.root() === leader)
			if (scheduled || index < 0) return
			scheduled = true
			requestAnimationFrame(() => {
				scheduled = false
				look(index)
			})
		},
		options,
	)
	for (const event of leads)
		useEventListener(
			around,
			event,
			({ target }) => {
				const root = readers()
					.find((reader) => reader.root()?.contains(target as Node))
					?.root()
				if (root) leader = root
			},
			options,
		)

	/** Brings all panes to a row. */
	function goTo(to: number): void {
		const last = (comparison()?.points.length ?? 0) - 1
		if (last < 0) return
		leader = null
		row.value = Math.min(last, Math.max(0, to))
		bring(row.value)
	}
	return { row, takesPart, goTo }
}
