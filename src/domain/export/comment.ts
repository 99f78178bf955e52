/** What a reader wrote, from Markdown into blocks. Nothing in it is refused: what Markdown an export has no word for stays as text. */
import type { PhrasingContent, RootContent } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { type Block, type Run, type TextRun, text } from './model.ts'

type Marks = Omit<TextRun, 'type' | 'text'>

/** @returns the comment’s blocks; headings are kept below those of the document. */
export function commentBlocks(markdown: string | undefined): Block[] {
	return markdown?.trim() ? fromMarkdown(markdown).children.flatMap((node) => blockOf(node, markdown)) : []
}

function blockOf(node: RootContent, source: string): Block[] {
	switch (node.type) {
		case 'paragraph':
			return [{ type: 'paragraph', runs: runsOf(node.children, source) }]
		case 'heading':
			return [{ type: 'paragraph', runs: runsOf(node.children, source, { strong: true }) }]
		case 'blockquote':
			return node.children.flatMap((child) =>
				blockOf(child, source).map(
					(block): Block => (block.type === 'paragraph' ? { ...block, type: 'quote' } : block),
				),
			)
		case 'list': {
			const items = node.children.map((item) => item.children.flatMap((child) => blockOf(child, source)))
			return [{ type: 'list', ordered: node.ordered === true, items }]
		}
		case 'code':
			return node.value.split('\n').map((line) => ({ type: 'paragraph', runs: [text(line, { code: true })] }))
		case 'thematicBreak':
			return [{ type: 'rule' }]
		default:
			return [{ type: 'paragraph', runs: [text(written(node, source))] }]
	}
}

const written = (node: RootContent, source: string): string =>
	source.slice(node.position?.start.offset, node.position?.end.offset)

/** Addresses that lead somewhere from a document; others stay as their words. */
const leads = /^(https?|mailto|parallax):/i

function runsOf(nodes: readonly PhrasingContent[], source: string, marks: Marks = {}): Run[] {
	return nodes.flatMap((node): Run[] => {
		switch (node.type) {
			case 'text':
				return named(node.value.replace(/\s*\n\s*/g, ' '), marks)
			case 'inlineCode':
				return [text(node.value, { ...marks, code: true })]
			case 'emphasis':
				return runsOf(node.children, source, { ...marks, emphasis: true })
			case 'strong':
				return runsOf(node.children, source, { ...marks, strong: true })
			case 'break':
				return [text(' ', marks)]
			case 'link':
				return runsOf(node.children, source, leads.test(node.url) ? { ...marks, href: node.url } : marks)
			default:
				return [text(written(node, source), marks)]
		}
	})
}

/** `[[name]]` and `[[name|words]]` lead to something of that name. */
const named = (words: string, marks: Marks): Run[] =>
	words
		.split(/(\[\[[^[\]]+\]\])/)
		.filter((part) => part)
		.map((part) => {
			const [, wiki, shown] = /^\[\[([^|]+)(?:\|(.+))?\]\]$/.exec(part) ?? []
			return wiki ? text((shown ?? wiki).trim(), { ...marks, wiki: wiki.trim() }) : text(part, marks)
		})
