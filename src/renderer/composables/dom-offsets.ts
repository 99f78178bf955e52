/**
 * Between the page and the canonical text: which text node holds which offsets, and back.
 * Blocks say where they begin (`data-start`); citations stand in the page and not in the canonical text.
 */
import type { Stretch } from '#domain/annotations/passages.ts'

/** A text node and the stretch of the canonical text that it shows. */
export interface Run extends Stretch {
	node: Text
	/** The paragraph that it stands in. */
	block: HTMLElement
}

/** @returns what of the canonical text is in the page, in its order; covered passages are not. */
export function runsIn(root: HTMLElement): Run[] {
	const runs: Run[] = []
	for (const block of root.querySelectorAll<HTMLElement>('[data-start]')) {
		let at = Number(block.dataset.start)
		const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT)
		for (let node = walker.nextNode(); node; node = walker.nextNode()) {
			const { length } = node as Text
			if (!length || node.parentElement?.closest('[data-citation]')) continue
			runs.push({ node: node as Text, block, start: at, end: at + length })
			at += length
		}
	}
	// A depiction within another one may be told before its parent goes on.
	return runs.sort((a, b) => a.start - b.start)
}

/**
 * @param beyond how far above and below, in heights of the pane
 * @returns what of the text stands in the part of a pane that is in sight, so that nobody measures all of a long text
 */
export function runsInSight(runs: readonly Run[], pane: HTMLElement, beyond = 0): Run[] {
	const { top, bottom, height } = pane.getBoundingClientRect()
	const near = new Map<HTMLElement, boolean>()
	return runs.filter(({ block }) => {
		const known = near.get(block)
		if (known !== undefined) return known
		const box = block.getBoundingClientRect()
		const is = box.bottom > top - beyond * height && box.top < bottom + beyond * height
		near.set(block, is)
		return is
	})
}

/** @returns the index of the first run that ends beyond an offset. */
function firstBeyond(runs: readonly Run[], offset: number): number {
	let low = 0
	let high = runs.length
	while (low < high) {
		const middle = (low + high) >> 1
		if ((runs[middle]?.end ?? 0) > offset) high = middle
		else low = middle + 1
	}
	return low
}

/** @returns the ranges that show a stretch, one for each text node; none where it is not in the page. */
export function rangesOf(runs: readonly Run[], { start, end }: Stretch): StaticRange[] {
	const ranges: StaticRange[] = []
	for (let index = firstBeyond(runs, start); index < runs.length; index += 1) {
		const run = runs[index]
		if (!run || run.start >= end) break
		ranges.push(
			new StaticRange({
				startContainer: run.node,
				startOffset: Math.max(0, start - run.start),
				endContainer: run.node,
				endOffset: Math.min(run.end, end) - run.start,
			}),
		)
	}
	return ranges
}

/** @returns whether all of a stretch is in the page. */
export const isShown = (runs: readonly Run[], { start, end }: Stretch): boolean =>
	unbroken(runs.slice(firstBeyond(runs, start)), start, end) >= end

/** @returns how far the page shows the text from `start` on without a gap; blocks are a line feed apart. */
function unbroken(runs: readonly Run[], start: number, end: number): number {
	let reached = start
	for (const run of runs) {
		if (run.start > reached + 1 || run.start >= end) break
		reached = Math.max(reached, run.end)
	}
	return Math.min(reached, end)
}

/**
 * @param range of the page, as the reader selected it
 * @returns the stretch of the canonical text that it takes in. Where it reaches over covered text it ends before that (`cut`).
 */
export function stretchOf(runs: readonly Run[], range: AbstractRange): (Stretch & { cut: boolean }) | undefined {
	const live = document.createRange()
	live.setStart(range.startContainer, range.startOffset)
	live.setEnd(range.endContainer, range.endOffset)
	const taken = runs.flatMap((run) => {
		if (!live.intersectsNode(run.node)) return []
		const start = run.start + (run.node === live.startContainer ? live.startOffset : 0)
		const end = run.node === live.endContainer ? run.start + live.endOffset : run.end
		return start < end ? { ...run, start, end } : []
	})
	const [first, last] = [taken[0], taken.at(-1)]
	if (!first || !last) return undefined
	const end = unbroken(taken, first.start, last.end)
	return { start: first.start, end, cut: end < last.end }
}

/** @returns the offset in the canonical text at a place of the page; undefined beside the text. */
export function offsetOf(runs: readonly Run[], node: Node | null, offset: number): number | undefined {
	const run = runs.find((one) => one.node === node)
	return run && run.start + offset
}

/** @returns the boxes of the lines of a stretch, in the window's pixels. */
export function boxesOf(runs: readonly Run[], stretch: Stretch): DOMRect[] {
	const live = document.createRange()
	return rangesOf(runs, stretch).flatMap(({ startContainer, startOffset, endContainer, endOffset }) => {
		live.setStart(startContainer, startOffset)
		live.setEnd(endContainer, endOffset)
		return [...live.getClientRects()]
	})
}
