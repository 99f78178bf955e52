/** A note's Markdown as a tree to render: no HTML, no pictures, and links of our own. */
import type { Nodes, Text } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { type LinkText, linksIn } from './links.ts'

/** A link inside the program, as it was written. */
export interface NoteLink extends LinkText {
	type: 'noteLink'
}
type Parent = Extract<Nodes, { children: unknown }>
type Leaf = Exclude<Nodes, Parent>
/** A node of mdast, among whose children our own links may stand. */
export type NoteNode =
	| Leaf
	| NoteLink
	| (Parent extends infer P ? Omit<P, 'children'> & { type: Parent['type']; children: NoteNode[] } : never)

/** Reads a note. HTML in it is text like any other. */
export const readNote = (markdown: string): NoteNode => withLinks(fromMarkdown(markdown))

function withLinks(node: Nodes): NoteNode {
	if (!('children' in node)) return node
	const children: NoteNode[] = node.children.flatMap((child) =>
		child.type === 'text' ? linked(child) : withLinks(child),
	)
	return { ...node, children }
}

const linked = (text: Text): NoteNode[] =>
	linksIn(text.value).map((run) =>
		typeof run === 'string' ? { type: 'text', value: run } : { type: 'noteLink', ...run },
	)

const blocks: readonly string[] = ['root', 'list', 'listItem', 'blockquote']

function wordsOf(node: NoteNode): string {
	if (node.type === 'noteLink') return node.words
	if ('children' in node) return node.children.map(wordsOf).join(blocks.includes(node.type) ? ' ' : '')
	if ('value' in node) return node.value
	return 'alt' in node ? (node.alt ?? '') : ' '
}

/** @returns the words of a note without its marks, in one line. */
export const plainNote = (markdown: string): string => wordsOf(readNote(markdown)).replace(/\s+/g, ' ').trim()
