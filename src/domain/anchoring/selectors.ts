/** Selectors: how an annotation says which passage it is on, in words and in numbers (W3C Web Annotation). */

/** A quote with its surroundings, and where it stood in the canonical text (UTF-16 offsets). */
export interface TextSelector {
	exact: string
	prefix: string
	suffix: string
	/** −1, as is `end`, where an imported selector says only the words. */
	start: number
	end: number
}

export interface TextQuoteSelector {
	type: 'TextQuoteSelector'
	exact: string
	prefix?: string
	suffix?: string
}

export interface TextPositionSelector {
	type: 'TextPositionSelector'
	start: number
	end: number
}

/** How many characters of its surroundings a quote keeps on either side. */
export const contextLength = 32

/**
 * @param text a document's canonical text
 * @returns the selector of a range of it
 * @throws RangeError when the range is empty or not within the text
 */
export function selectorOf(text: string, start: number, end: number): TextSelector {
	if (!(start >= 0 && start < end && end <= text.length)) throw new RangeError('A selector needs a range in the text.')
	return { exact: text.slice(start, end), prefix: prefixAt(text, start), suffix: suffixAt(text, end), start, end }
}

/** The last characters before an offset, from the beginning of a word on. */
function prefixAt(text: string, offset: number): string {
	const from = Math.max(0, offset - contextLength)
	const cut = text.slice(from, offset)
	if (from === 0 || /^\s|^$/.test(cut) || /\s/.test(text.charAt(from - 1))) return cut
	const space = cut.search(/\s/)
	return space < 0 ? cut.replace(/^[\uDC00-\uDFFF]/, '') : cut.slice(space)
}

/** The first characters after an offset, to the end of a word. */
function suffixAt(text: string, offset: number): string {
	const to = Math.min(text.length, offset + contextLength)
	const cut = text.slice(offset, to)
	if (to === text.length || /\s$|^$/.test(cut) || /\s/.test(text.charAt(to))) return cut
	const words = /^.*\s/s.exec(cut)
	return words ? words[0] : cut.replace(/[\uD800-\uDBFF]$/, '')
}

/** @returns the selector as the W3C's model has it: a quote and a position, either of which is enough for others. */
export const toSelectors = ({ start, end, ...quote }: TextSelector): [TextQuoteSelector, TextPositionSelector?] =>
	start < 0
		? [{ type: 'TextQuoteSelector', ...quote }]
		: [
				{ type: 'TextQuoteSelector', ...quote },
				{ type: 'TextPositionSelector', start, end },
			]

/**
 * Reads one selector, a list of selectors, or one refined by another, as they stand in a target's `selector`.
 * @returns undefined where there is no quote: a position alone cannot be verified
 */
export function readSelector(json: unknown): TextSelector | undefined {
	const parts = partsOf(json, 8)
	const quote = parts.find((part) => part.type === 'TextQuoteSelector' && typeof part.exact === 'string' && part.exact)
	if (!quote) return undefined
	const position = parts.find((part) => part.type === 'TextPositionSelector' && isRange(part.start, part.end))
	return {
		exact: String(quote.exact),
		prefix: typeof quote.prefix === 'string' ? quote.prefix : '',
		suffix: typeof quote.suffix === 'string' ? quote.suffix : '',
		start: position ? Number(position.start) : -1,
		end: position ? Number(position.end) : -1,
	}
}

const isRange = (start: unknown, end: unknown): boolean =>
	Number.isSafeInteger(start) && Number.isSafeInteger(end) && Number(start) >= 0 && Number(start) < Number(end)

type Fields = Record<string, unknown>

/** All selectors within a value, as deep as a file may sensibly nest them. */
function partsOf(json: unknown, depth: number): Fields[] {
	if (typeof json !== 'object' || json === null || depth === 0) return []
	if (Array.isArray(json)) return json.flatMap((each) => partsOf(each, depth - 1))
	const fields = json as Fields
	return [fields, ...partsOf(fields.refinedBy, depth - 1), ...partsOf(fields.items, depth - 1)]
}
