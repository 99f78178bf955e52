/** From Markdown into blocks: what a reader wrote, and what a template makes. Nothing is refused: what an export has no word for stays as text. */
import type { Blockquote, PhrasingContent, RootContent } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { type Block, type Run, type TextRun, text } from './model.ts'
import { type Piece, Pieces, runsIn } from './pieces.ts'

type Marks = Omit<TextRun, 'type' | 'text'>

/** The Markdown being read. */
interface Source {
	text: string
	/** What stands for itself in it. */
	pieces: Pieces
	/** A template has headings, and lines that say where a quote stands. */
	template: boolean
}

/** @returns a comment’s blocks; its headings are kept below those of the document. */
export function commentBlocks(markdown: string | undefined): Block[] {
	return markdown?.trim() ? blocksOf({ text: markdown, pieces: new Pieces(), template: false }) : []
}

/** Lines of a template may be indented as its tags are: that makes no code of them. */
const indented = { disable: { null: ['codeIndented'] } }

/** @returns the blocks of a part of what a template has made. */
export const templateBlocks = (markdown: string, pieces: Pieces): Block[] =>
	blocksOf({ text: markdown, pieces, template: true })

/** @returns the runs of a single line, such as a cell. */
export const templateRuns = (line: string, pieces: Pieces): Run[] => runsIn(templateBlocks(line, pieces)).slice(0, -1)

const blocksOf = (source: Source): Block[] =>
	fromMarkdown(source.text, source.template ? { extensions: [indented] } : {}).children.flatMap((node) =>
		blockOf(node, source),
	)

function blockOf(node: RootContent, source: Source): Block[] {
	switch (node.type) {
		case 'paragraph':
			return paragraphs(piecesOf(node.children, source))
		case 'heading': {
			if (!source.template)
				return [{ type: 'paragraph', runs: inLine(piecesOf(node.children, source, { strong: true })) }]
			const level = node.depth < 3 ? 2 : node.depth === 3 ? 3 : 4
			return [{ type: 'heading', level, runs: inLine(piecesOf(node.children, source)) }]
		}
		case 'blockquote':
			return quotes(node, source)
		case 'list': {
			const items = node.children.map((item) => item.children.flatMap((child) => blockOf(child, source)))
			return [{ type: 'list', ordered: node.ordered === true, items }]
		}
		case 'code':
			return source.pieces
				.plain(node.value)
				.split('\n')
				.map((line) => ({ type: 'paragraph', runs: [text(line, { code: true })] }))
		case 'thematicBreak':
			return [{ type: 'rule' }]
		default:
			return paragraphs(source.pieces.parts(written(node, source), (words) => [text(words)]))
	}
}

/** Every paragraph is a quote of its own; in a template, a last one after a dash says where the others stand. */
function quotes(node: Blockquote, source: Source): Block[] {
	const blocks = node.children
		.flatMap((child) => blockOf(child, source))
		.map((block): Block => (block.type === 'paragraph' ? { ...block, type: 'quote' } : block))
	const last = blocks.at(-1)
	const [first, ...rest] = last?.type === 'quote' ? last.runs : []
	if (!source.template || first?.type !== 'text' || !first.text.startsWith('— ')) return blocks
	const line = [...(first.text.length > 2 ? [{ ...first, text: first.text.slice(2) }] : []), ...rest]
	const before = blocks.at(-2)
	return before?.type === 'quote'
		? [...blocks.slice(0, -2), { ...before, source: line }]
		: [...blocks.slice(0, -1), { type: 'quote', runs: [], source: line }]
}

/** Runs are paragraphs, blocks between them stand for themselves. */
function paragraphs(parts: readonly Piece[]): Block[] {
	const blocks: Block[] = []
	let runs: Run[] | undefined
	for (const part of parts) {
		if (part.type === 'blocks') {
			blocks.push(...part.blocks)
			runs = undefined
		} else if (runs) runs.push(part)
		else if (part.type !== 'text' || part.text.trim() || !blocks.length) {
			runs = [part]
			blocks.push({ type: 'paragraph', runs })
		}
	}
	return blocks.map((block) => (block.type === 'paragraph' ? { ...block, runs: spaced(block.runs) } : block))
}

const inLine = (parts: readonly Piece[]): Run[] =>
	spaced(parts.flatMap((part) => (part.type === 'blocks' ? runsIn(part.blocks) : [part])))

/** Words in the same marks are one run; a space before a citation stands alone: where citations are footnotes it goes. */
function spaced(runs: readonly Run[]): Run[] {
	const whole: Run[] = []
	for (const run of runs) {
		const last = whole.at(-1)
		if (last?.type === 'text' && run.type === 'text' && sameMarks(last, run))
			whole[whole.length - 1] = { ...last, text: last.text + run.text }
		else whole.push(run)
	}
	return whole.flatMap((run, index): Run[] => {
		const apart = run.type === 'text' && run.text.length > 1 && run.text.endsWith(' ')
		if (!apart || whole[index + 1]?.type !== 'citation') return [run]
		return [{ ...run, text: run.text.slice(0, -1) }, text(' ')]
	})
}
const sameMarks = (one: TextRun, other: TextRun): boolean =>
	(['emphasis', 'strong', 'code', 'highlight', 'href', 'wiki'] as const).every((mark) => one[mark] === other[mark])

const written = (node: RootContent, { text: whole }: Source): string =>
	whole.slice(node.position?.start.offset, node.position?.end.offset)

/** Addresses that lead somewhere from a document; others stay as their words. */
const leads = /^(https?|mailto|parallax):/i

function piecesOf(nodes: readonly PhrasingContent[], source: Source, marks: Marks = {}): Piece[] {
	return nodes.flatMap((node): Piece[] => {
		switch (node.type) {
			case 'text':
				return named(node.value.replace(/\s*\n\s*/g, ' '), source, marks)
			case 'inlineCode':
				return [text(source.pieces.plain(node.value), { ...marks, code: true })]
			case 'emphasis':
				return piecesOf(node.children, source, { ...marks, emphasis: true })
			case 'strong':
				return piecesOf(node.children, source, { ...marks, strong: true })
			case 'break':
				return [text(' ', marks)]
			case 'link': {
				const href = source.pieces.plain(node.url)
				return piecesOf(node.children, source, leads.test(href) ? { ...marks, href } : marks)
			}
			default:
				return put(written(node, source), source, marks)
		}
	})
}

/** `[[name]]` and `[[name|words]]` lead to something of that name. */
const named = (words: string, source: Source, marks: Marks): Piece[] =>
	words
		.split(/(\[\[[^[\]]+\]\])/)
		.filter((part) => part)
		.flatMap((part) => {
			const [, wiki, shown] = /^\[\[([^|]+)(?:\|(.+))?\]\]$/.exec(part) ?? []
			const plain = (some: string) => source.pieces.plain(some).trim()
			return wiki ? [text(plain(shown ?? wiki), { ...marks, wiki: plain(wiki) })] : put(part, source, marks)
		})

/** Words with what their marks stand for. */
const put = (words: string, { pieces }: Source, marks: Marks): Piece[] =>
	pieces
		.parts(words, (between) => [text(between)])
		.map((piece) => (piece.type === 'text' ? { ...piece, ...marks } : piece))
