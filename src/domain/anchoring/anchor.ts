/**
 * Finds annotated passages again in a text that may have changed. A wrong match is worse than none: whatever is not
 * certain says so, and belongs in the review queue.
 */
import { anchorByAlignment } from './aligned.ts'
import { anchorByQuote } from './quoted.ts'
import type { TextSelector } from './selectors.ts'

export type Anchor =
	/** It stands where it stood. */
	| { state: 'anchored'; start: number; end: number }
	/** It stands elsewhere, or (never certain) it reads differently now. */
	| { state: 'moved'; start: number; end: number; certain: boolean; similarity: number; found: string }
	| { state: 'orphan' }

/**
 * @param text the canonical text as it is now
 * @param options.oldText the canonical text that the selectors were made on: without it, fewer are found and certain
 * @returns an anchor for each selector, in the same order; offsets are UTF-16 units of `text`
 */
export function anchorAll(
	text: string,
	selectors: readonly TextSelector[],
	{ oldText }: { oldText?: string | undefined } = {},
): Anchor[] {
	const made = oldText !== undefined && oldText !== text
	const aligned = made ? anchorByAlignment(oldText, text) : undefined
	return selectors.map((selector) => {
		// A selector of another text than the old one (imported, say) is looked for by its words.
		const known = oldText?.startsWith(selector.exact, selector.start) && selector.start >= 0
		return known && aligned ? aligned(selector) : anchorByQuote(text, selector)
	})
}
