/** Parts that several layouts share: a quote with its source, a comment, a citation. */
import type { Cite } from '../citations/items.ts'
import { commentBlocks } from './comment.ts'
import type { ExportNote, ExportPassage } from './input.ts'
import { placeWords } from './locators.ts'
import { type Block, heading, type Run, text } from './model.ts'

/** @returns a citation with the space before it; nothing without sources. */
export const citation = (cites: readonly Cite[]): Run[] =>
	cites.length ? [text(' '), { type: 'citation', items: cites }] : []

/** The passage word for word, what it rests on, and where it stands; the place leads back to it. */
function quoted(passage: ExportPassage, colour?: ExportNote['colour']): Block {
	const place = placeWords(passage)
	return {
		type: 'quote',
		runs: [text(passage.quote, colour && { highlight: colour.token }), ...citation(passage.cites)],
		source: [text(passage.title, { emphasis: true, href: passage.back }), ...(place ? [text(`, ${place}`)] : [])],
	}
}

/** What the reader wrote, under a word for what it is. */
export function remark(note: ExportNote): Block[] {
	const blocks = commentBlocks(note.comment)
	const label = note.kind === 'question' ? 'My question' : 'My note'
	return blocks.length ? [{ type: 'note', label, blocks }] : []
}

/** Tags and the colour’s name in a line; nothing where there are none. */
export function marksLine(note: ExportNote): Block[] {
	const words = [note.colour?.name, ...note.tags].filter((word) => word !== undefined)
	return words.length ? [{ type: 'paragraph', role: 'marks', runs: [text(words.join(' · '))] }] : []
}

/** How the two passages of a link bear on each other, leading back to the link: `contradicts` reads “Contradicts”. */
function relation(note: ExportNote): Block {
	const words = note.relation?.replaceAll('-', ' ') ?? 'beside it'
	const runs = [text(words.charAt(0).toUpperCase() + words.slice(1), { strong: true, href: note.back })]
	return { type: 'paragraph', role: 'relation', runs }
}

/** A note whole: its passage, for a link both with what joins them, and what the reader wrote. */
export function noteBlocks(note: ExportNote): Block[] {
	const [first, second] = note.passages
	return [
		...(note.title ? [heading(2, text(note.title, { href: note.back }))] : []),
		...(first ? [quoted(first, note.colour)] : []),
		...(second ? [relation(note), quoted(second, note.colour)] : []),
		...remark(note),
	]
}
