/** To the passages of annotations: in the page where they are there, else where they are read. */
import { nextTick, ref, watch } from 'vue'
import { useRouter } from 'vue-router'
import type { Target } from '#contract/annotations.ts'
import type { Stretch } from '#domain/annotations/passages.ts'
import { namedBy } from '#domain/annotations/sources.ts'
import { blockElement, scrollToBlock } from '../../composables/blocks.ts'
import { boxesOf } from '../../composables/dom-offsets.ts'
import type { AnnotatedText } from '../../composables/use-annotated-texts.ts'
import { useMarking } from '../../stores/marking.ts'
import { usePassages } from '../../stores/passages.ts'

/** @param goTo puts the cursor on a passage */
export function useFollowing(views: () => readonly AnnotatedText[], goTo: (view: AnnotatedText, at: Stretch) => void) {
	const router = useRouter()
	const marking = useMarking()
	const passages = usePassages()
	/** The cursor was put on a passage that was followed: its tools would be in the way until the reader moves on. */
	const arrived = ref(false)

	function arrive(view: AnnotatedText, at: Stretch): void {
		const block = passages.blockOf(view.source, at.start)
		if (boxesOf(view.runs, at).length) {
			goTo(view, { start: at.start, end: at.end })
			arrived.value = true
			view.root.focus({ preventScroll: true })
		} else if (block) {
			scrollToBlock(view.pane, block, { offset: 24 })
			blockElement(view.pane, block)?.querySelector<HTMLElement>('button')?.focus({ preventScroll: true })
		}
	}
	async function follow({ source, selector }: Target): Promise<void> {
		const view = views().find((one) => one.source === source)
		if (view && selector) return arrive(view, selector)
		const named = namedBy(source)
		if (selector) marking.arrival = { source, start: selector.start, end: selector.end }
		if (named.kind === 'text') {
			const block = selector && passages.blockOf(source, selector.start)
			await router.push({ name: 'read', params: { id: named.document }, query: { block } })
		} else {
			const query = named.kind === 'point' ? { point: named.point } : {}
			await router.push({ name: 'compare', params: { id: named.comparison }, query })
		}
	}
	watch(
		[views, () => marking.arrival],
		async () => {
			const to = marking.arrival
			const view = to && views().find(({ source }) => source === to.source)
			if (!view) return
			marking.arrival = undefined
			// The text comes to its place first.
			await nextTick()
			requestAnimationFrame(() => arrive(views().find(({ root }) => root === view.root) ?? view, to))
		},
		{ immediate: true, flush: 'post' },
	)
	return { arrived, arrive, follow }
}
