/** From a document with citations to one with their texts: in brackets, or as footnotes. */
import { citesInNotes, listTitle } from '#domain/citations/styles.ts'
import {
	type Block,
	type CitationRun,
	type ExportDocument,
	mapBlock,
	type Run,
	type TextRun,
	text,
} from '#domain/export/model.ts'
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
	const { items, sections, legend, style, ...rest } = document
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
	const put = (runs: readonly Run[], whole: boolean): CitedRun[] => {
		const out: CitedRun[] = []
		/** What follows the citation before, and may have to change places with it. */
		let rest = [...runs]
		for (let run = rest.shift(); run; run = rest.shift()) {
			const [next] = rest
			if (run.type === 'text') {
				// The space before a citation comes and goes with it.
				if (run.text !== ' ' || next?.type !== 'citation') out.push(run)
				continue
			}
			const words = texts.get(run) ?? []
			if (!words.length) continue
			if (citesInNotes(style)) {
				// A note’s number stands right after the word and its full stop.
				if (next?.type === 'text') rest = [...moved(next, out), ...rest.slice(1)]
				out.push({ type: 'footnote', number: ++notes, runs: words })
			} else {
				const stop = whole ? undefined : stopTaken(out)
				out.push(...spaceAfter(out), ...words, ...(stop ? [stop] : []))
			}
		}
		return out
	}
	const cite = (block: Block): Block<CitedRun> => mapBlock(block, (runs) => put(runs, block.type === 'quote'))
	return {
		...rest,
		style,
		...(legend && { legend: put(legend, true) }),
		sections: sections.map((section) => ({ ...section, blocks: section.blocks.map(cite) })),
		references: {
			title: listTitle(style),
			entries: list.map(({ runs, ...entry }) => ({ ...entry, runs: runs.map(textRun) })),
		},
	}
}

/** Takes the sign that ends the words before off what follows. @returns what is left of it */
function moved(next: TextRun, out: CitedRun[]): TextRun[] {
	const [, sign = '', left = ''] = /^([.,;:!?]?)([\s\S]*)$/.exec(next.text) ?? []
	if (sign) out.push({ ...next, text: sign })
	return left ? [{ ...next, text: left }] : []
}

const spaceAfter = (out: readonly CitedRun[]): TextRun[] => {
	const last = out.at(-1)
	return last?.type === 'text' && !/\s$/.test(last.text) ? [text(' ')] : []
}

/** Takes the full stop off the last words: it comes after the citation. */
function stopTaken(out: CitedRun[]): TextRun | undefined {
	const last = out.at(-1)
	if (last?.type !== 'text' || last.href || !last.text.endsWith('.')) return undefined
	out[out.length - 1] = { ...last, text: last.text.slice(0, -1) }
	const { highlight: _, ...stop } = last
	return { ...stop, text: '.' }
}
