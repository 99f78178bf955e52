/** A text as it reads, with highlights in place and notes after the paragraph that they speak of. */
import type { Inline, Block as TextBlock } from '#contract/document.ts'
import type { Cite } from '../citations/items.ts'
import type { ExportNote, ExportText } from './input.ts'
import { commentBlocks } from './markdown.ts'
import { type Block, type Run, text } from './model.ts'
import { joined } from './sections.ts'

/** A highlight, cut to where it stands in one document. */
interface Mark {
	note: ExportNote
	start: number
	end: number
}

/** @returns the text’s blocks, and the notes on it among them. */
export const annotated = (document: ExportText, notes: readonly ExportNote[]): Block[] =>
	joined(blocksOf(document, marksIn(document.id, notes)))

const marksIn = (document: string, notes: readonly ExportNote[]): Mark[] =>
	notes.flatMap((note) =>
		note.passages.flatMap(({ document: its, start, end }) =>
			its === document && start !== undefined && end !== undefined && end > start ? [{ note, start, end }] : [],
		),
	)

function blocksOf(document: ExportText, marks: readonly Mark[]): Block[] {
	let told: string | undefined
	return document.blocks.flatMap((block) => {
		const here = marks.filter(({ start, end }) => start < block.end && end > block.start)
		const runs = runsOf(block, here)
		// A depiction names its work once, where it begins.
		const work = block.depiction && block.depiction !== told ? document.depictions[block.depiction] : undefined
		told = block.depiction
		const shown = shownAs(block, work ? withWork(runs, work) : runs)
		const ending = here.filter(({ end }) => end <= block.end).map(({ note }) => note)
		return [shown, ...[...new Set(ending)].flatMap(remark)]
	})
}

function shownAs(block: TextBlock, runs: Run[]): Block {
	if (block.type === 'heading')
		return { type: 'heading', level: block.level === 2 ? 2 : block.level === 3 ? 3 : 4, runs }
	if (block.type === 'quote') return { type: 'quote', runs }
	if (block.type === 'list-item')
		return { type: 'list', ordered: block.ordered === true, items: [[{ type: 'paragraph', runs }]] }
	return { type: 'paragraph', runs }
}

/** The block’s runs, cut where highlights begin and end; where several lie over each other the last one made shows. */
function runsOf(block: TextBlock, marks: readonly Mark[]): Run[] {
	let at = block.start
	return block.inlines.flatMap((inline): Run[] => {
		if (inline.type === 'citation')
			return citation(inline.items.map(({ reference, locator }) => ({ id: reference, ...(locator && { locator }) })))
		const from = at
		at += inline.text.length
		return pieces(from, at, marks).map(({ start, end, mark }) =>
			text(inline.text.slice(start - from, end - from), marksOf(inline, mark)),
		)
	})
}

/** A stretch cut where the highlight that shows changes. */
function pieces(from: number, to: number, marks: readonly Mark[]) {
	const cuts = new Set([from, ...marks.flatMap(({ start, end }) => [start, end])])
	const starts = [...cuts].filter((cut) => cut >= from && cut < to).sort((a, b) => a - b)
	const out: { start: number; end: number; mark: Mark | undefined }[] = []
	for (const start of starts) {
		const mark = marks.findLast((each) => each.start <= start && each.end > start)
		const last = out.at(-1)
		if (last) last.end = start
		if (!last || last.mark !== mark) out.push({ start, end: to, mark })
		else last.end = to
	}
	return out
}

/** The work stands in the citation at the end, or in one of its own. */
function withWork(runs: readonly Run[], work: Cite): Run[] {
	const last = runs.at(-1)
	return last?.type === 'citation'
		? [...runs.slice(0, -1), { ...last, items: [...last.items, work] }]
		: [...runs, ...citation([work])]
}

/** What the reader wrote, under a word for what it is. */
function remark(note: ExportNote): Block[] {
	const blocks = commentBlocks(note.comment)
	return blocks.length ? [{ type: 'note', label: noteLabel(note), blocks, beside: true }] : []
}
export const noteLabel = ({ kind }: Pick<ExportNote, 'kind'>): string =>
	kind === 'question' ? 'My question' : 'My note'

/** @returns a citation with the space before it; nothing without sources. */
const citation = (cites: readonly Cite[]): Run[] =>
	cites.length ? [text(' '), { type: 'citation', items: cites }] : []

const marksOf = ({ emphasis, strong, href }: Extract<Inline, { type: 'text' }>, mark: Mark | undefined) => ({
	...(emphasis && { emphasis }),
	...(strong && { strong }),
	...(href && { href }),
	...(mark && { highlight: mark.note.colour?.token ?? 'yellow' }),
})
