/** Which marks of a place are open to be read and changed, and where their card stands. */
import { useEventListener } from '@vueuse/core'
import { nextTick, shallowRef } from 'vue'
import { marksAt, type Stretch } from '#domain/annotations/passages.ts'
import { boxesOf, offsetOf } from '../../composables/dom-offsets.ts'
import type { AnnotatedText } from '../../composables/use-annotated-texts.ts'

/** Marks that lie over one another, one of them shown. */
interface Opened {
	ids: readonly string[]
	id: string
	at: () => DOMRect
	/** Whether it was made just now, to be written in. */
	write: boolean
}

/** How far beside its letters a mark is still hit, in pixels. */
const slack = 4

/**
 * @param views the texts of the page
 * @param home where the focus goes when what had it is gone
 * @param touched told of a click in a text
 */
export function useOpenedMark(
	views: () => readonly AnnotatedText[],
	home: () => HTMLElement | undefined,
	touched: () => void,
) {
	const opened = shallowRef<Opened>()
	let before: Element | null = null
	let last: string | undefined
	function open(ids: readonly string[], id: string, at: () => DOMRect, write = false): void {
		before = document.activeElement
		last = id
		opened.value = { ids, id, at, write }
	}
	const boxOf = (view: AnnotatedText, stretch: Stretch) => () => {
		const now = views().find(({ root }) => root === view.root) ?? view
		const pane = view.pane.getBoundingClientRect()
		const boxes = boxesOf(now.runs, stretch)
		const box = boxes.find(({ bottom }) => bottom > pane.top) ?? boxes[0] ?? pane
		// The pane's edge stands in for a passage that is scrolled away.
		return new DOMRect(box.x, Math.min(pane.bottom - 8, Math.max(pane.top, box.y)), box.width, box.height)
	}
	/** Opens the marks of a passage, the smallest first. @returns whether there are any */
	function openAt(view: AnnotatedText, at: Stretch): boolean {
		const ids = marksAt(view.marks, at).map(({ annotation }) => annotation.id)
		const [first] = ids
		if (first) open(ids, first, boxOf(view, at))
		return first !== undefined
	}
	/** Opens one, with those that lie over it at hand. */
	function openMark(view: AnnotatedText, id: string): void {
		const mark = view.marks.find(({ annotation }) => annotation.id === id)
		const ids = mark && marksAt(view.marks, mark).map(({ annotation }) => annotation.id)
		if (mark && ids) open(ids, id, boxOf(view, mark))
	}
	/** Opens what was made just now, to be written in. */
	const openNew = (view: AnnotatedText, id: string, at: Stretch) => open([id], id, boxOf(view, at), true)
	async function closed(): Promise<void> {
		opened.value = undefined
		await nextTick()
		const back = before instanceof HTMLElement && before.isConnected && before !== document.body ? before : home()
		back?.focus({ preventScroll: true })
	}

	// A click on a mark opens it; another one on the same place the next that lies there.
	let clicked: { offset: number; root: HTMLElement } | undefined
	useEventListener(document, 'click', (event) => {
		const { target, clientX, clientY } = event
		const view = views().find(({ root }) => target instanceof Node && root.contains(target))
		if (!view || event.defaultPrevented || !document.getSelection()?.isCollapsed) return
		if (target instanceof Element && target.closest('a, button, summary, [role="button"]')) return
		touched()
		const offset = hitAt(view, clientX, clientY)
		if (offset === undefined) return
		const at = { start: offset, end: offset + 1 }
		const ids = marksAt(view.marks, at).map(({ annotation }) => annotation.id)
		const again = clicked?.root === view.root && Math.abs(clicked.offset - offset) < 3
		const shown = again ? ids.indexOf(last ?? '') : -1
		clicked = { offset, root: view.root }
		const next = ids[(shown + 1) % Math.max(1, ids.length)]
		if (next) open(ids, next, boxOf(view, at))
	})
	return { opened, openAt, openMark, openNew, closed }
}

/** @returns the offset in a text under a point of the window; undefined beside its letters */
export function hitAt({ runs }: AnnotatedText, x: number, y: number): number | undefined {
	const caret = document.caretPositionFromPoint(x, y)
	const offset = offsetOf(runs, caret?.offsetNode ?? null, caret?.offset ?? 0)
	if (offset === undefined) return undefined
	// The caret of a point beside the text lies at the end of the nearest line.
	const boxes = boxesOf(runs, { start: Math.max(0, offset - 1), end: offset + 1 })
	const near = boxes.some(
		({ left, right, top, bottom }) => x > left - slack && x < right + slack && y > top - slack && y < bottom + slack,
	)
	return near ? offset : undefined
}
