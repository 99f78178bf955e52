/** A cursor that goes through texts sentence by sentence, or by paragraphs: for marking without a pointer, and to be heard. */
import { useEventListener } from '@vueuse/core'
import { onBeforeUnmount, shallowRef, watch } from 'vue'
import type { Document } from '#contract/document.ts'
import type { Stretch } from '#domain/annotations/passages.ts'
import { indexAt, sentencesOf } from '#domain/annotations/sentences.ts'
import { boxesOf, isShown, offsetOf, rangesOf } from './dom-offsets.ts'
import type { AnnotatedText } from './use-annotated-texts.ts'

export interface Cursor extends Stretch {
	pane: HTMLElement
	/** Where it was before it was extended; the end that moves. */
	anchor: Stretch
	head: Stretch
}
export type Unit = 'sentence' | 'paragraph'

const sentences = new WeakMap<Document, Stretch[]>()
function sentencesIn(document: Document): Stretch[] {
	const known = sentences.get(document) ?? sentencesOf(document)
	sentences.set(document, known)
	return known
}
const paragraphsIn = ({ blocks }: Document): Stretch[] => blocks.map(({ start, end }) => ({ start, end }))
/** Between which heights of a pane the cursor stays, as parts of it; beyond them it comes to the first one. */
const [highest, lowest] = [0.15, 0.8]

/** @param moved told with the text whenever the reader has moved it */
export function useSentenceCursor(texts: () => readonly AnnotatedText[], moved: (text: AnnotatedText) => void) {
	const cursor = shallowRef<Cursor>()
	let pane: HTMLElement | undefined
	useEventListener(
		window,
		'pointerdown',
		({ target }) => {
			pane = texts().find((text) => target instanceof Node && text.pane.contains(target))?.pane ?? pane
		},
		{ capture: true, passive: true },
	)

	const inSight = ({ pane, runs }: AnnotatedText, stretch: Stretch) => {
		const [box] = boxesOf(runs, stretch)
		const { top, bottom } = pane.getBoundingClientRect()
		return box !== undefined && box.bottom > top && box.top < bottom
	}
	/** The pane with the focus leads, then the one where the cursor is, then the one that was touched. */
	function textNow(): AnnotatedText | undefined {
		const all = texts()
		const of = (wanted: (pane: HTMLElement) => boolean) => all.find((text) => wanted(text.pane))
		const seen = of((one) => getComputedStyle(one).visibility === 'visible')
		return (
			of((one) => one.contains(document.activeElement)) ??
			of((one) => one === cursor.value?.pane) ??
			of((one) => one === pane) ??
			seen
		)
	}
	/** @returns where a cursor begins that is not there yet: at the caret of the last click, else at the top of what is in sight */
	function beginning(text: AnnotatedText, units: readonly Stretch[]): number {
		const caret = document.getSelection()
		const at = offsetOf(text.runs, caret?.anchorNode ?? null, caret?.anchorOffset ?? 0)
		const clicked = at === undefined ? undefined : units[indexAt(units, at)]
		if (clicked && inSight(text, clicked)) return units.indexOf(clicked)
		const { top } = text.pane.getBoundingClientRect()
		return units.findIndex((unit) => (boxesOf(text.runs, unit)[0]?.top ?? Number.NEGATIVE_INFINITY) >= top - 1)
	}

	/** Moves by one. @returns false where there is no text to move in */
	function move(by: 1 | -1, unit: Unit = 'sentence', extend = false): boolean {
		const text = textNow()
		if (!text) return false
		const all = unit === 'sentence' ? sentencesIn(text.document) : paragraphsIn(text.document)
		const units = all.filter((one) => isShown(text.runs, one))
		const now = cursor.value?.pane === text.pane && inSight(text, cursor.value) ? cursor.value : undefined
		if (!now) {
			const first = units[Math.max(0, beginning(text, units))]
			if (first) put(text, first, first)
			return true
		}
		const at = indexAt(units, now.head.start)
		// From a sentence to its own paragraph first.
		const whole = units[at]
		const grows = unit === 'paragraph' && whole && !extend && (now.start > whole.start || now.end < whole.end)
		const head = grows ? whole : units[Math.min(units.length - 1, Math.max(0, at + by))]
		if (head) put(text, extend ? now.anchor : head, head)
		return true
	}
	function put(text: AnnotatedText, anchor: Stretch, head: Stretch): void {
		document.getSelection()?.removeAllRanges()
		const whole = { start: Math.min(anchor.start, head.start), end: Math.max(anchor.end, head.end) }
		// What is covered between two ends is not taken in.
		const open = isShown(text.runs, whole)
		cursor.value = { pane: text.pane, ...(open ? whole : head), anchor: open ? anchor : head, head }
		bring(text, head)
		moved(text)
	}
	function bring({ pane, runs }: AnnotatedText, stretch: Stretch): void {
		const boxes = boxesOf(runs, stretch)
		const [first, last] = [boxes[0], boxes.at(-1)]
		if (!first || !last) return
		const { top, height } = pane.getBoundingClientRect()
		if (first.top < top + height * highest || last.bottom > top + height * lowest)
			pane.scrollBy({ top: first.top - top - height * highest, behavior: 'instant' })
	}
	/** Puts it on a passage. */
	const goTo = (text: AnnotatedText, stretch: Stretch) => put(text, stretch, stretch)
	const clear = () => {
		cursor.value = undefined
	}

	watch(
		[cursor, texts],
		() => {
			const runs = texts().find((text) => text.pane === cursor.value?.pane)?.runs
			const ranges = cursor.value && runs ? rangesOf(runs, cursor.value) : []
			CSS.highlights.set('sentence', new Highlight(...ranges))
		},
		{ flush: 'post' },
	)
	onBeforeUnmount(() => CSS.highlights.delete('sentence'))
	return { cursor, move, goTo, clear }
}
