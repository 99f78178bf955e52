/** The place in a source as citeproc takes it. */

/** Words before a place, and what citeproc calls them. Each style abbreviates them in its own way. */
const labels: readonly [RegExp, string][] = [
	[/^(?:pp?\.|pages?)\s*(?=\d)/i, 'page'],
	[/^(?:chaps?\.|chapters?)\s*(?=\d)/i, 'chapter'],
	[/^(?:paras?\.|paragraphs?)\s*(?=\d)/i, 'paragraph'],
	[/^(?:secs?\.|sections?|§+)\s*(?=\d)/i, 'section'],
	[/^(?:vols?\.|volumes?)\s*(?=\d)/i, 'volume'],
]

/**
 * @param locator as a pack or a layout writes it: `pp. 3–5`, `section ‘Risk’, para. 3`
 * @returns the locator with its label where a style has one, else as words after the citation
 */
export function locatorOf(locator: string | undefined): Record<string, string> {
	const text = locator?.trim()
	if (!text) return {}
	for (const [pattern, label] of labels) if (pattern.test(text)) return { locator: text.replace(pattern, ''), label }
	return { suffix: `, ${text}` }
}
