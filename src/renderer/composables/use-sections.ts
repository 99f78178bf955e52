/** A document's headings, and the one being read. */
import { useEventListener } from '@vueuse/core'
import { computed, type Ref, ref, watch } from 'vue'
import type { Document } from '#contract/document.ts'
import { plainText } from '#domain/documents/inlines.ts'
import { blockElement } from './blocks.ts'

export interface Section {
	id: string
	title: string
	level: number
}

/** @returns the headings in order, and the id of the last one at or above the reading line (a third down the pane). */
export function useSections(pane: Ref<HTMLElement | null>, document: () => Document | undefined) {
	const sections = computed((): Section[] =>
		(document()?.blocks ?? [])
			.filter((block) => block.type === 'heading')
			.map((block) => ({ id: block.id, title: plainText(block.inlines), level: block.level ?? 2 })),
	)
	const current = ref<string>()
	function look(): void {
		const element = pane.value
		if (!element) return
		const line = element.getBoundingClientRect().top + element.clientHeight / 3
		const above = sections.value.filter(
			(section) => (blockElement(element, section.id)?.getBoundingClientRect().top ?? Infinity) <= line,
		)
		current.value = (above.at(-1) ?? sections.value[0])?.id
	}
	useEventListener(pane, 'scroll', () => requestAnimationFrame(look), { passive: true })
	watch([pane, sections], look, { flush: 'post' })
	return { sections, current }
}
