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
import { inlinesOf, plainText } from './inlines.ts'

export interface Body {
	blocks: Block[]
	depictions: Depiction[]
	/** Line (from 1, in the file) of each heading, depiction and citation id, for later checks. */
	lines: {
		headings: Map<string, number>
		depictions: Map<string, number>
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

const headingId = /\s*\{#([a-z0-9]+(?:-[a-z0-9]+)*)\}\s*$/

/** Reads a Markdown body. @returns its blocks with canonical offsets, its depictions, and where things stand. */
export function readBody(markdown: string, options: BodyOptions): Body {
	const tree = fromMarkdown(markdown, { extensions: [directive()], mdastExtensions: [directiveFromMarkdown()] })
	const lines: Body['lines'] = { headings: new Map(), depictions: new Map(), citations: [] }
	const blocks: Omit<Block, 'start' | 'end'>[] = []
	const depictions: Depiction[] = []
	const counts = new Map<string, number>()
	let section: string | undefined
	let level = 1

	const lineOf = (node: Nodes) => (node.position?.start.line ?? 1) + options.firstLine - 1
	const fault = (node: Nodes, message: string) => options.fault(lineOf(node), message)
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
		blocks.push({
			id: nextId(context.depiction ?? section ?? 'top'),
			type: context.list ? 'list-item' : context.quote ? 'quote' : 'paragraph',
			...(context.list ? { level: Math.min(6, context.list.depth), ordered: context.list.ordered } : {}),
			inlines: inlines(node.children),
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
		level = node.depth
		const runs = inlines(node.children)
		const last = runs.at(-1)
		const id = last?.type === 'text' ? headingId.exec(last.text)?.[1] : undefined
		if (!id || last?.type !== 'text') {
			fault(node, 'the heading needs a stable id at its end: ## Title {#id}')
			return
		}
		last.text = last.text.replace(headingId, '')
		if (lines.headings.has(id)) fault(node, `duplicate id “${id}” in this document`)
		lines.headings.set(id, lineOf(node))
		section = id
		blocks.push({ id, type: 'heading', level: node.depth, inlines: runs, contentNotes: [...context.notes] })
	}

	function visitDirective(node: ContainerDirective, context: Context): void {
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
		if (!depiction) return
		if (lines.depictions.has(depiction.id)) fault(node, `duplicate id “${depiction.id}” in this document`)
		lines.depictions.set(depiction.id, lineOf(node))
		depictions.push(depiction)
		const notes = [...new Set([...context.notes, ...depiction.contentNotes])]
		for (const child of node.children) visit(child, { notes, depiction: depiction.id })
		depiction.text = blocks
			.filter((block) => block.depiction === depiction.id)
			.map((block) => plainText(block.inlines))
			.join('\n')
		if (!depiction.text) fault(node, `the depiction “${depiction.id}” has no text`)
	}

	for (const node of tree.children) visit(node, { notes: [] })
	return { blocks: placed(blocks), depictions, lines }
}
