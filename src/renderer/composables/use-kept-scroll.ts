/** How far a page was scrolled, for when the reader comes back to it. Texts keep their place by passage instead. */
import { useEventListener, useResizeObserver } from '@vueuse/core'
import { onBeforeUnmount, type Ref, watch } from 'vue'
import { onBeforeRouteLeave } from 'vue-router'
import { useTravel } from '../stores/travel.ts'

/** Milliseconds after the last scroll before it is written down. */
const settle = 150
const moves = ['wheel', 'pointerdown', 'keydown', 'touchstart'] as const

/** @param pane the scrolling element, with its content as its first child */
export function useKeptScroll(pane: Readonly<Ref<HTMLElement | null>>): void {
	const travel = useTravel()
	let timer: ReturnType<typeof setTimeout> | undefined
	let wanted = travel.kept<{ top: number; left: number }>('scroll')

	function save(): void {
		clearTimeout(timer)
		timer = undefined
		if (pane.value) travel.keep('scroll', { top: pane.value.scrollTop, left: pane.value.scrollLeft })
	}
	/** What is on the page comes bit by bit: the place is reached as soon as the page is long enough. */
	function restore(): void {
		if (!pane.value || !wanted) return
		pane.value.scrollTo({ ...wanted, behavior: 'instant' })
		if (pane.value.scrollTop >= wanted.top - 1) wanted = undefined
	}
	watch(pane, restore, { flush: 'post' })
	useResizeObserver(() => pane.value?.firstElementChild as HTMLElement | null | undefined, restore)
	for (const move of moves)
		useEventListener(
			pane,
			move,
			() => {
				wanted = undefined
			},
			{ passive: true },
		)
	useEventListener(
		pane,
		'scroll',
		() => {
			clearTimeout(timer)
			timer = setTimeout(save, settle)
		},
		{ passive: true },
	)
	onBeforeRouteLeave(() => {
		if (timer) save()
	})
	onBeforeUnmount(() => clearTimeout(timer))
}
