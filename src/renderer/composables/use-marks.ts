/** Marks the words of a query in a rendered text, with the CSS Custom Highlight API: the document itself is left alone. */
import { onBeforeUnmount, type Ref, watch } from 'vue'
import { marksIn } from '#domain/search/marks.ts'
import { readQuery } from '#domain/search/query.ts'

/** @returns nothing; `::highlight(find)` paints what is marked */
export function useMarks(
	container: Ref<HTMLElement | null>,
	query: () => string | undefined,
	rendered: () => unknown,
): void {
	const own = new Set<Range>()
	const highlight = () => {
		if (!('highlights' in CSS)) return undefined
		const known = CSS.highlights.get('find')
		if (known) return known
		const made = new Highlight()
		CSS.highlights.set('find', made)
		return made
	}
	function clear(): void {
		for (const range of own) highlight()?.delete(range)
		own.clear()
	}
	function paint(): void {
		clear()
		const text = query()?.trim()
		if (!container.value || !text) return
		const wanted = readQuery(`${text} `)
		const walker = document.createTreeWalker(container.value, NodeFilter.SHOW_TEXT)
		for (let node = walker.nextNode(); node; node = walker.nextNode()) {
			if (node.parentElement?.closest('[data-block], [data-markable]') === null) continue
			for (const [start, end] of marksIn(node.nodeValue ?? '', wanted)) {
				const range = document.createRange()
				range.setStart(node, start)
				range.setEnd(node, end)
				own.add(range)
				highlight()?.add(range)
			}
		}
	}
	watch([container, query, rendered], paint, { flush: 'post', immediate: true })
	onBeforeUnmount(clear)
}
