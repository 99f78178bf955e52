/** Notes where a reader stays: not what was passed in scrolling, but what was in sight for some seconds. */
import { useEventListener } from '@vueuse/core'
import { onBeforeUnmount, type Ref, watch } from 'vue'
import { client } from '../client/index.ts'
import { blockAtTop } from './blocks.ts'

/** Milliseconds in a section that count as reading in it. */
const reading = 4000
/**
 * @param key name of the pane in the contract, undefined while there is nothing to read
 * @param sectionOf the section that a block belongs to; blocks without one are not noted
 * @param readingLine how far down the pane the passage is looked for, as a part of its height
 */
export function useStay(
	pane: Readonly<Ref<HTMLElement | null>>,
	key: () => string | undefined,
	sectionOf: (block: string) => string | undefined,
	readingLine = 0.15,
): void {
	let timer: ReturnType<typeof setTimeout> | undefined
	let section: string | undefined

	function here() {
		const block = pane.value ? blockAtTop(pane.value, pane.value.clientHeight * readingLine)?.block : undefined
		return { block, section: block && sectionOf(block) }
	}
	function note(): void {
		timer = undefined
		const now = here()
		const name = key()
		if (!name || !now.block || !now.section || document.hidden) return
		// A place that could not be noted is not worth a message.
		client.workspace.history.stay({ pane: name, section: now.section, block: now.block }).catch(() => {})
	}
	/** Time counts from the arrival in a section; scrolling on within it does not start it again. */
	function look(): void {
		const now = here().section
		if (timer && now === section) return
		clearTimeout(timer)
		section = now
		timer = setTimeout(note, reading)
	}
	watch([pane, key], look, { immediate: true, flush: 'post' })
	useEventListener(pane, 'scroll', look, { passive: true })
	onBeforeUnmount(() => clearTimeout(timer))
}
