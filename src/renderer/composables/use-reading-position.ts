/** Keeps where a reader stands in a pane, and brings them back there. */
import { useEventListener } from '@vueuse/core'
import { nextTick, onBeforeUnmount, type Ref, watch } from 'vue'
import { onBeforeRouteLeave, onBeforeRouteUpdate } from 'vue-router'
import { client } from '../client/index.ts'
import { useTravel } from '../stores/travel.ts'
import { arriveAtBlock, type BlockPlace, blockAtTop, scrollToBlock } from './blocks.ts'

/** Milliseconds after the last scroll before the place is written down. */
const settle = 300

/**
 * @param pane the scrolling element
 * @param key name of the pane in the contract, undefined while there is nothing to read
 * @param target a block to open at instead of the place that was kept
 */
export function useReadingPosition(
	pane: Ref<HTMLElement | null>,
	key: () => string | undefined,
	target: () => string | undefined = () => undefined,
): void {
	const travel = useTravel()
	let timer: ReturnType<typeof setTimeout> | undefined
	let ready = false

	function save(): void {
		clearTimeout(timer)
		timer = undefined
		const name = key()
		const place = pane.value && ready ? blockAtTop(pane.value) : undefined
		// A place that could not be kept is not worth a message: the next scroll keeps it again.
		if (!name || !place) return
		travel.keep(name, place)
		const { block, fraction } = place
		client.workspace.positions.save({ pane: name, block, fraction }).catch(() => {})
	}

	/** Who comes back to a stop on their way finds it as they left it. @returns false when nothing was kept there */
	function comeBack(element: HTMLElement): boolean {
		const here = travel.kept<BlockPlace>(key() ?? '')
		return here !== undefined && scrollToBlock(element, here.block, here)
	}

	function saveSoon(): void {
		clearTimeout(timer)
		timer = setTimeout(save, settle)
	}

	watch(
		[pane, key],
		async ([element, name]) => {
			ready = false
			if (!element || !name) return
			await nextTick()
			const wanted = target()
			if (!comeBack(element) && !(wanted && arriveAtBlock(element, wanted))) {
				const before = element.scrollTop
				const kept = await client.workspace.positions.read({ pane: name }).catch(() => null)
				if (pane.value !== element || key() !== name) return
				// Who has moved on meanwhile is left where they are.
				if (element.scrollTop !== before) saveSoon()
				else if (kept) scrollToBlock(element, kept.block, kept)
			}
			ready = true
		},
		{ immediate: true, flush: 'post' },
	)
	// Asked for while the text is open already: a hit in the same text, a row of the same comparison, a place on the way back.
	watch(
		[target, () => travel.position],
		([wanted]) => {
			if (ready && pane.value && !comeBack(pane.value) && wanted) arriveAtBlock(pane.value, wanted)
		},
		{ flush: 'post' },
	)
	const saveNow = () => {
		if (timer) save()
	}
	useEventListener(pane, 'scroll', saveSoon, { passive: true })
	useEventListener(window, 'pagehide', saveNow)
	onBeforeRouteLeave(saveNow)
	onBeforeRouteUpdate(saveNow)
	onBeforeUnmount(saveNow)
}
