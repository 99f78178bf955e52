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
