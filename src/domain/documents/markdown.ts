/** A document's Markdown body read into blocks and depictions; every departure from the format is a fault at its line. */
import type { Nodes, Paragraph, PhrasingContent, RootContent } from 'mdast'
import type { ContainerDirective } from 'mdast-util-directive'
import { directiveFromMarkdown } from 'mdast-util-directive'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { directive } from 'micromark-extension-directive'
import type { Block, Depiction } from '#contract/document.ts'
import { type ContentNote, contentNotes as knownNotes } from '#contract/words.ts'
import { oneOf } from '../packs/faults.ts'
import { placed } from './canonical.ts'
import { readDepiction } from './depiction.ts'
import { OwnerId } from './ids.ts'
import { inlinesOf, plainText } from './inlines.ts'
import { isClosed, strayMarkup } from './stray.ts'

export interface Body {
	blocks: Block[]
	depictions: Depiction[]
	/** Line (from 1, in the file) of each heading, depiction, work and citation id, for later checks. */
	lines: {
		headings: Map<string, number>
		depictions: Map<string, number>
		works: { work: string; line: number }[]
		citations: { reference: string; line: number }[]
	}
}
export interface BodyOptions {
	document: string
	/** Depictions belong to tropes alone. */
	allowDepictions: boolean
	/** Line of the file on which the body begins. */
	firstLine: number
	fault(line: number, message: string): void
}

/** Where the reader of the tree stands: what encloses the next block. */
interface Context {
	notes: readonly ContentNote[]
	depiction?: string
	list?: { ordered: boolean; depth: number }
	quote?: true
}

const headingId = /\s*\{#([^\s{}]*)\}\s*$/
/** Longest texts, in characters: a heading must fit a title's line, a block a screen's memory. */
const longest = { heading: 300, block: 50_000 }

/** Reads a Markdown body. @returns its blocks with canonical offsets, its depictions, and where things stand. */
export function readBody(markdown: string, options: BodyOptions): Body {
	const tree = fromMarkdown(markdown, { extensions: [directive()], mdastExtensions: [directiveFromMarkdown()] })
	const lines: Body['lines'] = { headings: new Map(), depictions: new Map(), works: [], citations: [] }
	const blocks: Omit<Block, 'start' | 'end'>[] = []
	const depictions: Depiction[] = []
	const counts = new Map<string, number>()
	let section: string | undefined
	let level = 1

	const lineOf = (node: Nodes) => (node.position?.start.line ?? 1) + options.firstLine - 1
	const fault = (node: Nodes, message: string) => options.fault(lineOf(node), message)
	const sourceOf = (node: Nodes) => markdown.slice(node.position?.start.offset, node.position?.end.offset)
	const inlines = (nodes: PhrasingContent[]) => {
		const out = inlinesOf(nodes, markdown, fault)
		const line = nodes[0] ? lineOf(nodes[0]) : options.firstLine
		for (const inline of out)
			if (inline.type === 'citation')
				for (const { reference } of inline.items) lines.citations.push({ reference, line })
		return out
	}
	/** `section-b3`: the third block below a heading; `depiction-b1`: the first of a depiction. */
	const nextId = (owner: string) => {
		const count = (counts.get(owner) ?? 0) + 1
		counts.set(owner, count)
		return `${owner}-b${count}`
	}

	function add(node: Paragraph, context: Context): void {
		if (node.data && 'directiveLabel' in node.data) fault(node, 'a block has no label in brackets')
		const runs = inlines(node.children)
		if (plainText(runs).length > longest.block) fault(node, `a paragraph may have ${longest.block} characters at most`)
		for (const { line, message } of strayMarkup(sourceOf(node))) options.fault(lineOf(node) + line, message)
		blocks.push({
			id: nextId(context.depiction ?? section ?? 'top'),
			type: context.list ? 'list-item' : context.quote ? 'quote' : 'paragraph',
			...(context.list ? { level: Math.min(6, context.list.depth), ordered: context.list.ordered } : {}),
			inlines: runs,
			...(section ? { section } : {}),
			...(context.depiction ? { depiction: context.depiction } : {}),
			contentNotes: [...context.notes],
		})
	}

	function visit(node: RootContent, context: Context): void {
		if (node.type === 'paragraph') add(node, context)
		else if (node.type === 'heading') addHeading(node, context)
		else if (node.type === 'blockquote') for (const child of node.children) visit(child, { ...context, quote: true })
		else if (node.type === 'list') {
			const list = { ordered: node.ordered === true, depth: (context.list?.depth ?? 0) + 1 }
			for (const item of node.children) for (const child of item.children) visit(child, { ...context, list })
		} else if (node.type === 'containerDirective') visitDirective(node, context)
		else if (node.type === 'leafDirective')
			fault(node, `“::${node.name}” is not known; known are :::content-note and :::depiction`)
		else fault(node, `${node.type === 'html' ? 'HTML' : node.type} is not part of the format`)
	}

	function addHeading(node: Extract<RootContent, { type: 'heading' }>, context: Context): void {
		if (context.depiction || context.list || context.quote)
			fault(node, 'a heading must stand on its own, not inside another block')
		if (node.depth === 1) fault(node, 'headings begin at level 2 (##): the title is in the front matter')
		else if (node.depth > level + 1) fault(node, `heading out of order: level ${node.depth} after level ${level}`)
		level = Math.max(2, node.depth)
		const runs = inlines(node.children)
		const last = runs.at(-1)
		const id = last?.type === 'text' ? headingId.exec(last.text)?.[1] : undefined
		if (last?.type !== 'text' || !OwnerId.safeParse(id).success || !id) {
			fault(node, 'the heading needs a stable id in kebab-case at its end: ## Title {#id}')
			return
		}
		last.text = last.text.replace(headingId, '')
		if (!last.text) runs.pop()
		const { length } = plainText(runs)
		if (!length || length > longest.heading)
			fault(node, length ? `a heading may have ${longest.heading} characters at most` : 'the heading has no text')
		own(node, id, lines.headings)
		section = id
		blocks.push({ id, type: 'heading', level: node.depth, inlines: runs, contentNotes: [...context.notes] })
	}

	/** Takes an id of this document; blocks are named after headings and depictions alike. */
	function own(node: Nodes, id: string, among: Map<string, number>): void {
		const line = lines.headings.get(id) ?? lines.depictions.get(id)
		if (line !== undefined) fault(node, `duplicate id “${id}” in this document: it stands in line ${line} already`)
		else among.set(id, lineOf(node))
	}

	function visitDirective(node: ContainerDirective, context: Context): void {
		if (!isClosed(sourceOf(node))) fault(node, `“:::${node.name}” is not closed: end it with a line of as many colons`)
		if (node.name === 'content-note') {
			const of = (node.attributes?.of ?? '').split(/\s+/).filter(Boolean)
			if (!of.length) fault(node, ':::content-note needs its categories: :::content-note{of="violence"}')
			const notes = of.filter((note): note is ContentNote => (knownNotes as readonly string[]).includes(note))
			for (const note of of)
				if (!(notes as string[]).includes(note))
					fault(node, `content note “${note}” is not known; it must be ${oneOf(knownNotes)}`)
			for (const key of Object.keys(node.attributes ?? {}))
				if (key !== 'of') fault(node, `unknown key “${key}”; known is of`)
			for (const child of node.children) visit(child, { ...context, notes: [...new Set([...context.notes, ...notes])] })
		} else if (node.name === 'depiction' && options.allowDepictions) visitDepiction(node, context)
		else
			fault(
				node,
				`“:::${node.name}” is not known here; known are ${options.allowDepictions ? ':::content-note and :::depiction' : ':::content-note'}`,
			)
	}

	function visitDepiction(node: ContainerDirective, context: Context): void {
		const depiction = readDepiction(node.attributes ?? {}, {
			trope: options.document,
			...(context.depiction ? { parent: context.depiction } : {}),
			...(section ? { section } : {}),
			fault: (message) => fault(node, message),
		})
		if (!depiction) {
			for (const child of node.children) visit(child, context)
			return
		}
		own(node, depiction.id, lines.depictions)
		if (depiction.work) lines.works.push({ work: depiction.work, line: lineOf(node) })
		depictions.push(depiction)
		const notes = [...new Set([...context.notes, ...depiction.contentNotes])]
		for (const child of node.children) visit(child, { notes, depiction: depiction.id })
		const told = blocks.filter((block) => block.depiction === depiction.id)
		depiction.text = told.map((block) => plainText(block.inlines)).join('\n')
		// Whatever flags a part of its text, around it or within it, flags the depiction: lists and search show it whole.
		depiction.contentNotes = [...new Set(told.flatMap((block) => block.contentNotes))]
		if (!depiction.text) fault(node, `the depiction “${depiction.id}” has no text`)
	}

	for (const node of tree.children) visit(node, { notes: [] })
	for (const block of blocks) {
		const line = block.type === 'heading' ? undefined : lines.headings.get(block.id)
		if (line !== undefined) options.fault(line, `the id “${block.id}” is that of a block already; choose another`)
	}
	return { blocks: placed(blocks), depictions, lines }
}
