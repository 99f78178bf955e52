/** Where blocks stand in a scrolling pane. */

const blocksIn = (pane: HTMLElement) => [...pane.querySelectorAll<HTMLElement>('[data-block]')]

export interface BlockPlace {
	block: string
	fraction: number
	offset: number
}

/** @returns the element of a block in a pane. */
export const blockElement = (pane: HTMLElement, block: string): HTMLElement | null =>
	pane.querySelector(`[data-block="${CSS.escape(block)}"]`)

/**
 * @param down how far below the top edge to look, as a part of the pane's height
 * @returns the first block that reaches below that line, how much of it is above (0 to 1), or how far below it begins (pixels)
 */
export function blockAtTop(pane: HTMLElement, down = 0): BlockPlace | undefined {
	const top = pane.getBoundingClientRect().top + pane.clientHeight * down
	for (const element of blocksIn(pane)) {
		const box = element.getBoundingClientRect()
		if (box.bottom <= top + 1 || !element.dataset.block) continue
		const fraction = box.height ? Math.min(1, Math.max(0, (top - box.top) / box.height)) : 0
		return { block: element.dataset.block, fraction, offset: Math.max(0, box.top - top) }
	}
	return undefined
}

/** Scrolls a pane so that a block stands at its top, `fraction` of it above, `offset` pixels lower. */
export function scrollToBlock(
	pane: HTMLElement,
	block: string,
	{ fraction = 0, offset = 0, smooth = false } = {},
): boolean {
	const element = blockElement(pane, block)
	if (!element) return false
	const box = element.getBoundingClientRect()
	const top = pane.scrollTop + box.top - pane.getBoundingClientRect().top + box.height * fraction - offset
	const still = matchMedia('(prefers-reduced-motion: reduce)').matches
	pane.scrollTo({ top, behavior: smooth && !still ? 'smooth' : 'instant' })
	return true
}

/**
 * Brings a block that was asked for to the top of a pane, under its heading where that stands right above it.
 * @returns whether the block is there
 */
export function arriveAtBlock(pane: HTMLElement, block: string): boolean {
	const above = blockElement(pane, block)?.previousElementSibling
	const heading = above instanceof HTMLElement && 'heading' in above.dataset ? above.dataset.block : undefined
	return scrollToBlock(pane, heading ?? block, { offset: 24 })
}
