/** A cursor that goes through texts sentence by sentence, or by paragraphs: for marking without a pointer, and to be heard. */
import { useEventListener } from '@vueuse/core'
import { onBeforeUnmount, shallowRef, watch } from 'vue'
import type { MarkableText } from '#domain/annotations/markable.ts'
import type { Stretch } from '#domain/annotations/passages.ts'
import { indexAt, sentencesOf } from '#domain/annotations/sentences.ts'
import { boxesOf, isShown, offsetOf, rangesOf } from './dom-offsets.ts'
import type { AnnotatedText } from './use-annotated-texts.ts'

export interface Cursor extends Stretch {
	/** The element that holds its text. */
	root: HTMLElement
	/** Where it was before it was extended; the end that moves. */
	anchor: Stretch
	head: Stretch
}
export type Unit = 'sentence' | 'paragraph'

const known = new WeakMap<MarkableText['parts'], Stretch[]>()
function sentencesIn(text: MarkableText): Stretch[] {
	const found = known.get(text.parts) ?? sentencesOf(text)
	known.set(text.parts, found)
	return found
}
/** @returns the sentences or paragraphs of a text that are in the page */
const unitsIn = (text: AnnotatedText, unit: Unit): readonly Stretch[] =>
	(unit === 'sentence' ? sentencesIn(text) : text.parts).filter((one) => isShown(text.runs, one))
/** What keeps the focus where it is outside the text. */
const control = 'a, button, input, select, textarea, summary, [role="toolbar"]'
/** Between which heights of a pane the cursor stays, as parts of it; beyond them it comes to the first one. */
const [highest, lowest] = [0.15, 0.8]

/** @param moved told with the text whenever the reader has moved it */
export function useSentenceCursor(texts: () => readonly AnnotatedText[], moved: (text: AnnotatedText) => void) {
	const cursor = shallowRef<Cursor>()
	let touched: HTMLElement | undefined
	const holding = (target: EventTarget | null) =>
		texts().find(({ root }) => target instanceof Node && root.contains(target))
	useEventListener(
		window,
		'pointerdown',
		({ target }) => {
			touched = holding(target)?.root ?? touched
		},
		{ capture: true, passive: true },
	)
	// Of several texts in one pane the one that the reader has gone to by Tab or a key is meant.
	useEventListener(document, 'focusin', ({ target }) => {
		const text = holding(target)
		if (text && cursor.value && text.root !== cursor.value.root && text.pane.contains(cursor.value.root)) clear()
	})

	const inSight = ({ pane, runs }: AnnotatedText, stretch: Stretch) => {
		const [box] = boxesOf(runs, stretch)
		const { top, bottom } = pane.getBoundingClientRect()
		return box !== undefined && box.bottom > top && box.top < bottom
	}
	/** The pane with the focus leads, then the one where the cursor is, then the one that was touched, then what is in sight. */
	function textNow(): AnnotatedText | undefined {
		const all = texts()
		const active = document.activeElement
		const of = (wanted: HTMLElement | undefined) => all.find(({ root }) => root === wanted)
		const at = of(cursor.value?.root)
		const held = at && cursor.value && inSight(at, cursor.value) ? at : undefined
		if (held?.pane.contains(active)) return held
		const seen = ({ pane, root }: AnnotatedText) =>
			getComputedStyle(pane).visibility === 'visible' &&
			root.getBoundingClientRect().bottom > pane.getBoundingClientRect().top
		return holding(active) ?? held ?? of(touched) ?? all.find(seen)
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
	/** @returns the text before or after one in the same pane */
	function neighbour(text: AnnotatedText, by: 1 | -1): AnnotatedText | undefined {
		const all = texts().filter(({ pane }) => pane === text.pane)
		return all[all.findIndex(({ root }) => root === text.root) + by]
	}

	/** Moves by one. @returns false where there is no text to move in */
	function move(by: 1 | -1, unit: Unit = 'sentence', extend = false): boolean {
		const text = textNow()
		if (!text) return false
		const units = unitsIn(text, unit)
		const now = cursor.value?.root === text.root && inSight(text, cursor.value) ? cursor.value : undefined
		if (!now) {
			const first = units[Math.max(0, beginning(text, units))]
			if (first) put(text, first, first)
			return true
		}
		const at = indexAt(units, now.head.start)
		// From a sentence to its own paragraph first.
		const whole = units[at]
		const grows = unit === 'paragraph' && whole && !extend && (now.start > whole.start || now.end < whole.end)
		const next = grows ? whole : units[at + by]
		const beyond = next || extend ? undefined : neighbour(text, by)
		if (beyond) {
			const there = unitsIn(beyond, unit).at(by > 0 ? 0 : -1)
			if (there) put(beyond, there, there)
			return true
		}
		// At the end of all it is said once more.
		const head = next ?? whole
		if (head) put(text, extend ? now.anchor : head, head)
		return true
	}
	function put(text: AnnotatedText, anchor: Stretch, head: Stretch): void {
		document.getSelection()?.removeAllRanges()
		const whole = { start: Math.min(anchor.start, head.start), end: Math.max(anchor.end, head.end) }
		// What is covered between two ends is not taken in.
		const open = isShown(text.runs, whole)
		cursor.value = { root: text.root, ...(open ? whole : head), anchor: open ? anchor : head, head }
		bring(text, head)
		// Tab goes on from here; and a control of the text that has the focus would take the keys that are meant for the passage.
		const active = document.activeElement
		const elsewhere = !text.pane.contains(active) && active?.closest(control)
		if (active !== text.root && !elsewhere) text.root.focus({ preventScroll: true })
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
	function clear(): void {
		cursor.value = undefined
	}

	watch(
		[cursor, texts],
		() => {
			const runs = texts().find(({ root }) => root === cursor.value?.root)?.runs
			const ranges = cursor.value && runs ? rangesOf(runs, cursor.value) : []
			CSS.highlights.set('sentence', new Highlight(...ranges))
		},
		{ flush: 'post' },
	)
	onBeforeUnmount(() => CSS.highlights.delete('sentence'))
	return { cursor, move, goTo, clear }
}
