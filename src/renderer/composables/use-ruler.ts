/** Where the reading ruler lies: it follows the pointer, the focus, and the arrow keys, line by line. */
import { useEventListener, useResizeObserver } from '@vueuse/core'
import { onBeforeUnmount, shallowRef, watch } from 'vue'
import { type Band, bandOf, lineAt } from '#domain/reading/ruler.ts'
import { useNotices } from '../stores/notices.ts'
import { useSettings } from '../stores/settings.ts'
import { linesIn } from './lines.ts'
import { useKeys } from './use-keys.ts'

export interface RulerPlace {
	/** The pane it lies in. */
	pane: DOMRect
	band: Band
}

/** Where the ruler lies first, and between which heights the arrow keys keep it, as parts of the pane. */
const first = 0.25
const [highest, lowest] = [0.2, 0.55]

/**
 * @param panes the scrolling elements that it may lie in
 * @returns where it lies now, in the window's pixels; undefined while it is off
 */
export function useRuler(panes: () => readonly HTMLElement[]) {
	const settings = useSettings()
	const place = shallowRef<RulerPlace>()
	let pane: HTMLElement | undefined
	/** Pixels below the top of the pane. */
	let y: number | undefined
	let frame = 0

	function lay(): void {
		frame = 0
		if (!pane || !panes().includes(pane)) pane = panes()[0]
		place.value = undefined
		if (!settings.values.ruler || !pane) return
		const box = pane.getBoundingClientRect()
		y ??= box.height * first
		const lines = linesIn(pane)
		const band = bandOf(lines, lineAt(lines, box.top + y), settings.values.rulerLines)
		if (band) place.value = { pane: box, band }
	}
	function laySoon(): void {
		if (settings.values.ruler) frame ||= requestAnimationFrame(lay)
	}
	function putAt(element: EventTarget | null, height: number): void {
		const around = panes().find((one) => element instanceof Node && one.contains(element))
		if (!around) return
		pane = around
		y = height - around.getBoundingClientRect().top
		laySoon()
	}

	/** Moves by lines, and the text with it. @returns false when there is no ruler to move */
	function move(by: number): boolean {
		const focused = panes().find((one) => one.contains(document.activeElement))
		if (focused && focused !== pane) {
			pane = focused
			y = undefined
			lay()
		}
		if (!pane || !place.value) return false
		const { top, height } = pane.getBoundingClientRect()
		const lines = linesIn(pane)
		const line = lines[lineAt(lines, place.value.band.top + 1) + by]
		if (!line) return true
		const wanted = (line.top + line.bottom) / 2 - top
		const before = pane.scrollTop
		const kept = by > 0 ? Math.min(wanted, height * lowest) : Math.max(wanted, height * highest)
		pane.scrollTo({ top: before + wanted - kept, behavior: 'instant' })
		y = wanted - (pane.scrollTop - before)
		lay()
		return true
	}
	function toggle(): void {
		const on = !settings.values.ruler
		void settings.change({ ruler: on })
		useNotices().say(on ? 'Reading ruler on. The pointer or the arrow keys move it.' : 'Reading ruler off.')
	}

	let last = { x: -1, y: -1 }
	useEventListener(
		window,
		'pointermove',
		({ clientX: x, clientY, target }) => {
			// Browsers report a move as well when the text moves under a pointer that rests.
			if (x !== last.x || clientY !== last.y) putAt(target, clientY)
			last = { x, y: clientY }
		},
		{ passive: true },
	)
	useEventListener(document, 'focusin', ({ target }) => {
		if (!(target instanceof HTMLElement) || panes().includes(target) || !target.matches(':focus-visible')) return
		putAt(target, target.getBoundingClientRect().top + 4)
	})
	useEventListener(window, ['scroll', 'resize'], laySoon, { capture: true, passive: true })
	// Covers that open, letters that grow: the lines move without a scroll.
	useResizeObserver(() => panes().flatMap((one) => [...one.children] as HTMLElement[]), laySoon)
	watch(() => [settings.values.ruler, settings.values.rulerLines, panes()], lay, { flush: 'post', immediate: true })
	onBeforeUnmount(() => cancelAnimationFrame(frame))
	useKeys({ r: toggle, ArrowDown: () => move(1), ArrowUp: () => move(-1) })
	return place
}
