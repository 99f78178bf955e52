/** Where lines of text stand in a scrolling pane. */
import { type Band, linesOf } from '#domain/reading/ruler.ts'

/** What holds no line that is read: pictures, and words for screen readers alone. */
const noText = 'svg, .visually-hidden'

/** @returns the lines in sight, and those a pane's height above and below, in the window's pixels. */
export function linesIn(pane: HTMLElement): Band[] {
	const { top, height } = pane.getBoundingClientRect()
	const near = (box: DOMRect) => box.bottom > top - height && box.top < top + 2 * height
	const walker = document.createTreeWalker(pane, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) => {
		if (!(node instanceof Element)) return NodeFilter.FILTER_ACCEPT
		// A long text is passed over in blocks; only what is near is measured word by word.
		return near(node.getBoundingClientRect()) && !node.matches(noText)
			? NodeFilter.FILTER_SKIP
			: NodeFilter.FILTER_REJECT
	})
	const boxes: Band[] = []
	const range = document.createRange()
	for (let node = walker.nextNode(); node; node = walker.nextNode()) {
		if (!node.nodeValue?.trim() || !node.parentElement) continue
		const leading = Number.parseFloat(getComputedStyle(node.parentElement).lineHeight)
		range.selectNodeContents(node)
		for (const box of range.getClientRects()) {
			const half = (leading || box.height) / 2
			const middle = (box.top + box.bottom) / 2
			if (near(box)) boxes.push({ top: middle - half, bottom: middle + half })
		}
	}
	return linesOf(boxes)
}
