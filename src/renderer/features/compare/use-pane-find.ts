/** Finding words in one of the texts side by side: what is typed is marked at once, and stands in the address a moment later. */
import { watchDebounced } from '@vueuse/core'
import { nextTick, type Ref, ref, watch } from 'vue'
import { useMarks } from '../../composables/use-marks.ts'

/**
 * @param pane that scrolls
 * @param find the words in the address
 * @param text that is shown
 * @param field takes the focus into the words
 * @param put writes words into the address
 */
export function usePaneFind(
	pane: Ref<HTMLElement | null>,
	find: () => string,
	text: () => unknown,
	field: () => { focus: () => unknown } | null,
	put: (words: string) => void,
) {
	const words = ref(find())
	const finding = ref(Boolean(find()))
	const fromAddress = ref(Boolean(find()))
	watch(find, (now) => {
		if (now === words.value) return
		words.value = now
		finding.value = Boolean(now)
	})
	watchDebounced(words, (now) => now !== find() && put(now), { debounce: 300 })
	const marks = useMarks(pane, () => words.value, text)
	let mark = -1
	watch(marks, () => {
		mark = -1
	})
	function step(by: 1 | -1): void {
		const count = marks.value.length
		if (!pane.value || !count) return
		mark = (mark + by + count + (mark < 0 && by < 0 ? 1 : 0)) % count
		const box = marks.value[mark]?.getBoundingClientRect()
		if (box)
			pane.value.scrollBy({ top: box.top - pane.value.getBoundingClientRect().top - pane.value.clientHeight / 4 })
	}
	function openFind(): void {
		fromAddress.value = false
		finding.value = true
		field()?.focus()
	}
	async function closeFind(): Promise<void> {
		words.value = ''
		finding.value = false
		put('')
		await nextTick()
		pane.value?.focus()
	}
	return { words, finding, fromAddress, marks, step, openFind, closeFind }
}
