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
 * @param below how many pixels below the top edge to look
 * @returns the first block that reaches below that line, how much of it is above (0 to 1), or how far below it begins (pixels)
 */
export function blockAtTop(pane: HTMLElement, below = 0): BlockPlace | undefined {
	const top = pane.getBoundingClientRect().top + below
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

/** How far below the top of a pane a block that was asked for stands, in pixels. */
const arrival = 24
/** A block that has gone this far beyond the top, in pixels, is named with how much of it has. */
const far = 120

/**
 * @returns the place to arrive at in order to stand where one reads now: a block, and for a tall one how many hundredths of it
 *   are above (`grief-b2.40`); undefined where the text begins
 */
export function placeIn(pane: HTMLElement | null): string | undefined {
	const at = pane?.scrollTop ? blockAtTop(pane, arrival) : undefined
	if (!pane || !at) return undefined
	const height = blockElement(pane, at.block)?.getBoundingClientRect().height ?? 0
	return at.fraction * height > far ? `${at.block}.${Math.round(at.fraction * 100)}` : at.block
}

/**
 * Brings a place that was asked for to the top of a pane; a block under its heading, where that stands right above it.
 * @param place a block, or one with hundredths
 * @returns whether it is there
 */
export function arriveAtBlock(pane: HTMLElement, place: string): boolean {
	const [block = '', hundredths] = place.split('.')
	if (hundredths)
		return scrollToBlock(pane, block, { offset: arrival, fraction: Math.min(1, Number(hundredths) / 100 || 0) })
	const above = blockElement(pane, block)?.previousElementSibling
	const heading = above instanceof HTMLElement && 'heading' in above.dataset ? above.dataset.block : undefined
	return scrollToBlock(pane, heading ?? block, { offset: arrival })
}
