/** Marks that the pointer is over, or whose sign has the focus. */
import { useEventListener } from '@vueuse/core'
import { onBeforeUnmount, shallowRef } from 'vue'
import { marksAt } from '#domain/annotations/passages.ts'
import type { AnnotatedText } from '../../composables/use-annotated-texts.ts'
import { hitAt } from './use-opened-mark.ts'

/** @returns their ids */
export function useHovered(views: () => readonly AnnotatedText[]) {
	const hovered = shallowRef<readonly string[]>([])
	let frame = 0
	const put = (ids: readonly string[]) => {
		if (String(ids) !== String(hovered.value)) hovered.value = ids
	}
	const noteOf = (target: EventTarget | null) =>
		target instanceof Element ? target.closest<HTMLElement>('[data-note]')?.dataset.note : undefined
	function look(target: EventTarget | null, x: number, y: number): void {
		frame = 0
		const note = noteOf(target)
		const view = note ? undefined : views().find(({ root }) => target instanceof Node && root.contains(target))
		const offset = view?.marks.length ? hitAt(view, x, y) : undefined
		const here = view && offset !== undefined ? marksAt(view.marks, { start: offset, end: offset + 1 }) : []
		put(note ? [note] : here.map(({ annotation }) => annotation.id))
	}
	useEventListener(
		document,
		'pointermove',
		({ target, clientX, clientY }) => {
			frame ||= requestAnimationFrame(() => look(target, clientX, clientY))
		},
		{ passive: true },
	)
	useEventListener(document, 'focusin', ({ target }) => {
		const note = noteOf(target)
		put(note ? [note] : [])
	})
	onBeforeUnmount(() => cancelAnimationFrame(frame))
	return hovered
}
