/** Inline runs of a block: from mdast phrasing content, with Pandoc citations taken out of the text. */
import type { PhrasingContent } from 'mdast'
import type {} from 'mdast-util-directive' // its node types
import type { Inline } from '#contract/document.ts'

type Marks = { emphasis?: true; strong?: true; href?: string }

/** What went wrong at which node, in words. */
export type InlineFault = (node: PhrasingContent, message: string) => void

/**
 * @param source the Markdown text the nodes were parsed from (to give stray directives back as text)
 * @returns runs of text and citations; text keeps its spaces, but none before a citation
 */
export function inlinesOf(nodes: readonly PhrasingContent[], source: string, fault: InlineFault): Inline[] {
	const out: Inline[] = []
	for (const node of nodes) collect(node, {}, out, source, fault)
	return tidy(out)
}

function collect(node: PhrasingContent, marks: Marks, out: Inline[], source: string, fault: InlineFault): void {
	if (node.type === 'text') addText(node.value, marks, out, (message) => fault(node, message))
	else if (node.type === 'inlineCode') out.push({ type: 'text', text: node.value, ...marks })
	else if (node.type === 'break') out.push({ type: 'text', text: ' ', ...marks })
	else if (node.type === 'emphasis') collectAll(node.children, { ...marks, emphasis: true }, out, source, fault)
	else if (node.type === 'strong') collectAll(node.children, { ...marks, strong: true }, out, source, fault)
	else if (node.type === 'link') {
		if (node.url.length > longestLink) fault(node, `a link may have ${longestLink} characters at most`)
		else if (/^(https:|mailto:)/.test(node.url))
			collectAll(node.children, { ...marks, href: node.url }, out, source, fault)
		else fault(node, `links must start with https: or mailto:, not “${node.url}”`)
	} else if (node.type === 'textDirective') {
		// “Trek:name” is prose, not a directive: give it back as it was written.
		const written = source.slice(node.position?.start.offset, node.position?.end.offset)
		addText(written, marks, out, (message) => fault(node, message))
	} else fault(node, `${node.type === 'html' ? 'HTML' : node.type} is not part of the format`)
}

function collectAll(
	nodes: readonly PhrasingContent[],
	marks: Marks,
	out: Inline[],
	source: string,
	fault: InlineFault,
) {
	for (const node of nodes) collect(node, marks, out, source, fault)
}

const longestLink = 2000
// Pandoc's other forms (“[see @id]”, “[-@id]”), and citations cut in two by emphasis.
const halfCitation = /\[[^\]]*(?<![\w.])@[a-z0-9][^\]]*\]?/
const citation = /\[(@[^\]]+)\]/g

function addText(text: string, marks: Marks, out: Inline[], fault: (message: string) => void): void {
	const notACitation = (written: string) =>
		fault(`“${written.slice(0, 60)}” is not a citation; write [@id] or [@id, p. 12; @other-id]`)
	const add = (stretch: string) => {
		const half = halfCitation.exec(stretch)
		if (half) notACitation(half[0])
		if (stretch) out.push({ type: 'text', text: stretch.replace(/\s+/g, ' '), ...marks })
	}
	let at = 0
	for (const match of text.matchAll(citation)) {
		add(text.slice(at, match.index).replace(/\s+$/, ''))
		at = match.index + match[0].length
		const items = (match[1] ?? '')
			.replace(/\s+/g, ' ')
			.split(';')
			.map((item) => /^\s*@([a-z0-9-]+)(?:,\s*(.+?))?\s*$/.exec(item))
		const good = items.flatMap((item) =>
			item?.[1] ? [{ reference: item[1], ...(item[2] ? { locator: item[2] } : {}) }] : [],
		)
		if (good.length < items.length) notACitation(match[0])
		if (good.length) out.push({ type: 'citation', items: good })
	}
	add(text.slice(at))
}

/** Drops the spaces at both ends of the block. */
function tidy(inlines: Inline[]): Inline[] {
	const first = inlines[0]
	if (first?.type === 'text') first.text = first.text.replace(/^\s+/, '')
	const last = inlines.at(-1)
	if (last?.type === 'text') last.text = last.text.replace(/\s+$/, '')
	return inlines.filter((inline) => inline.type === 'citation' || inline.text !== '')
}

/** @returns the text that inlines add to the canonical text: all runs, no citations. */
export const plainText = (inlines: readonly Inline[]): string =>
	inlines.map((inline) => (inline.type === 'text' ? inline.text : '')).join('')
