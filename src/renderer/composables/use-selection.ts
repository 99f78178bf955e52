/** The passage that the reader has selected in one of the texts, once the pointer is up. */
import { useEventListener } from '@vueuse/core'
import { shallowRef } from 'vue'
import { type Stretch, trimmed } from '#domain/annotations/passages.ts'
import { stretchOf } from './dom-offsets.ts'
import type { AnnotatedText } from './use-annotated-texts.ts'

export interface Passage extends Stretch {
	/** The element that holds its text. */
	root: HTMLElement
	/** It reached over text that is covered, and ends before it. */
	cut: boolean
}

export function useSelection(texts: () => readonly AnnotatedText[]) {
	const passage = shallowRef<Passage>()
	let down = false

	function look(): void {
		const selection = document.getSelection()
		const range = selection?.rangeCount && !selection.isCollapsed ? selection.getRangeAt(0) : undefined
		const text = texts().find(({ root }) => range?.intersectsNode(root) && root.contains(range.startContainer))
		const taken = range && text && stretchOf(text.runs, range)
		const stretch = taken && trimmed(text.text, taken)
		passage.value = stretch && { ...stretch, root: text.root, cut: taken.cut }
	}
	function clear(): void {
		passage.value = undefined
		document.getSelection()?.removeAllRanges()
	}
	useEventListener(document, 'selectionchange', () => {
		if (!down) look()
	})
	useEventListener(
		window,
		'pointerdown',
		({ button }) => {
			down = button === 0
		},
		{ capture: true, passive: true },
	)
	useEventListener(
		window,
		['pointerup', 'pointercancel'],
		() => {
			if (!down) return
			down = false
			// The selection that a click takes away is gone only after it.
			setTimeout(look)
		},
		{ capture: true, passive: true },
	)
	return { passage, clear }
}
