/** From a document with citations to one with their texts: in brackets, or as footnotes. */
import { citesInNotes, listTitle } from '#domain/citations/styles.ts'
import { type CitationRun, type ExportDocument, mapBlock, type Run, type TextRun } from '#domain/export/model.ts'
import { citeAll } from '../citations/cite.ts'
import type { MarkedText } from '../citations/markup.ts'

export interface FootnoteRun {
	type: 'footnote'
	/** From 1, in reading order. */
	number: number
	runs: TextRun[]
}
export type CitedRun = TextRun | FootnoteRun

export interface CitedDocument extends Omit<ExportDocument<CitedRun>, 'items'> {
	references: { title: string; entries: { id: string; runs: TextRun[]; link?: string }[] }
}

const textRun = (run: MarkedText): TextRun => ({ type: 'text', ...run })

/**
 * Formats every citation of the document in its style.
 * @param stylesFolder where the files of resources/styles are
 */
export async function citedDocument(document: ExportDocument, stylesFolder: string): Promise<CitedDocument> {
	const { items, sections, style, ...rest } = document
	const found: CitationRun[] = []
	const collect = (runs: readonly Run[]) => {
		for (const run of runs) if (run.type === 'citation') found.push(run)
		return []
	}
	for (const { blocks } of sections) for (const block of blocks) mapBlock(block, collect)
	const { citations, list } = await citeAll(
		items,
		found.map((run) => run.items),
		style,
		stylesFolder,
	)
	const texts = new Map(found.map((run, index) => [run, (citations[index] ?? []).map(textRun)]))
	let notes = 0
	const put = (runs: readonly Run[]): CitedRun[] =>
		runs.flatMap((run, index): CitedRun[] => {
			if (run.type === 'text') return spaceBeforeNote(run, runs[index + 1], style) ? [] : [run]
			const words = texts.get(run) ?? []
			if (!words.length) return []
			return citesInNotes(style) ? [{ type: 'footnote', number: ++notes, runs: words }] : words
		})
	return {
		...rest,
		style,
		sections: sections.map((section) => ({ ...section, blocks: section.blocks.map((block) => mapBlock(block, put)) })),
		references: {
			title: listTitle(style),
			entries: list.map(({ runs, ...entry }) => ({ ...entry, runs: runs.map(textRun) })),
		},
	}
}

/** A note’s number stands right after the word. */
const spaceBeforeNote = (run: TextRun, next: Run | undefined, style: ExportDocument['style']): boolean =>
	run.text === ' ' && next?.type === 'citation' && citesInNotes(style)
