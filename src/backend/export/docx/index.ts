/** A Word file: headings, styles, footnotes, tables and a reference list that Word and LibreOffice know as such. */
import {
	AlignmentType,
	Document,
	Footer,
	Header,
	HeadingLevel,
	type ILevelsOptions,
	type INumberingOptions,
	LevelFormat,
	Packer,
	PageNumber,
	PageOrientation,
	Paragraph,
	TextRun,
} from 'docx'
import type { Block } from '#domain/export/model.ts'
import type { CitedDocument, CitedRun, FootnoteRun } from '../cited.ts'
import { dateWords } from '../html.ts'
import { type ExportOptions, eachInTurn, stopIfAsked } from '../progress.ts'
import { blockMaker, lists } from './blocks.ts'
import { clean, runsOf } from './runs.ts'
import { docxStyles } from './styles.ts'

/** @returns the document as a .docx file. @throws Failure when it was cancelled */
export async function toDocx(document: CitedDocument, options: ExportOptions = {}): Promise<Buffer> {
	const { title, subtitle, language, sections, references } = document
	const notes: FootnoteRun[] = []
	const make = blockMaker()
	const all = sections.flatMap(({ title: heading, blocks }): (Block<CitedRun> | string)[] =>
		heading ? [heading, ...blocks] : blocks,
	)
	const body = await eachInTurn(
		all,
		(part) => {
			if (typeof part === 'string') return [headingOne(part)]
			notes.push(...notesIn(part))
			return make(part)
		},
		options,
	)
	const file = new Document({
		title: clean(title),
		creator: 'Parallax',
		lastModifiedBy: 'Parallax',
		...(subtitle && { description: clean(subtitle) }),
		styles: docxStyles(language),
		numbering: { config: numbering },
		footnotes: Object.fromEntries(notes.map(({ number, runs }) => [number, { children: [footnote(runs)] }])),
		sections: [
			{
				properties: { titlePage: true, page: { size: pageSize(document) } },
				headers: { default: running(clean(title)), first: new Header({ children: [new Paragraph({})] }) },
				footers: { default: pageNumbers(), first: pageNumbers() },
				children: [
					new Paragraph({ text: clean(title), heading: HeadingLevel.TITLE }),
					new Paragraph({
						text: clean([subtitle, dateWords(document)].filter(Boolean).join(' · ')),
						style: 'Subtitle',
					}),
					...body.flat(),
					...(references.entries.length ? [headingOne(references.title)] : []),
					...references.entries.map(
						({ runs }) => new Paragraph({ style: 'Bibliography', children: runsOf(runs.flatMap(withLinks)) }),
					),
				],
			},
		],
	})
	stopIfAsked(options)
	const bytes = await Packer.toBuffer(file)
	stopIfAsked(options)
	return bytes
}

const headingOne = (text: string) => new Paragraph({ text: clean(text), heading: HeadingLevel.HEADING_1 })
const footnote = (runs: readonly CitedRun[]) =>
	new Paragraph({ style: 'FootnoteText', children: [new TextRun(' '), ...runsOf(runs)] })

/** Footnotes of a block, however deep, in reading order. */
function notesIn(block: Block<CitedRun>): FootnoteRun[] {
	const among = (runs: readonly CitedRun[]) => runs.filter((run) => run.type === 'footnote')
	switch (block.type) {
		case 'heading':
		case 'paragraph':
			return among(block.runs)
		case 'quote':
			return [...among(block.runs), ...among(block.source ?? [])]
		case 'list':
			return block.items.flat().flatMap(notesIn)
		case 'table':
			return [block.head, ...block.rows].flat().flatMap(among)
		case 'note':
			return block.blocks.flatMap(notesIn)
		default:
			return []
	}
}

/** Addresses in a reference lead where they say. */
const withLinks = (run: CitedRun): CitedRun[] =>
	run.type === 'footnote'
		? [run]
		: run.text
				.split(/(https?:\/\/\S+[^\s.,;)])/)
				.filter((part) => part)
				.map((part) => ({ ...run, text: part, ...(/^https?:/.test(part) && { href: part }) }))

/** Wide tables lie on their side. */
function pageSize({ sections }: CitedDocument) {
	const wide = sections.some(({ blocks }) => blocks.some((block) => block.type === 'table' && block.head.length > 5))
	// A4, in twentieths of a point.
	return {
		width: 11_906,
		height: 16_838,
		orientation: wide ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
	}
}

const small = { size: 17, color: '5D5952' }
const running = (title: string) =>
	new Header({
		children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [new TextRun({ text: title, ...small })] })],
	})
const pageNumbers = () =>
	new Footer({
		children: [
			new Paragraph({
				alignment: AlignmentType.CENTER,
				children: [new TextRun({ children: [PageNumber.CURRENT], ...small })],
			}),
		],
	})

const listLevels = (each: (level: number) => Pick<ILevelsOptions, 'format' | 'text'>): ILevelsOptions[] =>
	Array.from({ length: 6 }, (_, level) => ({
		level,
		...each(level),
		alignment: AlignmentType.START,
		style: { paragraph: { indent: { left: 720 * (level + 1), hanging: 360 } } },
	}))

const numbering: INumberingOptions['config'] = [
	{
		reference: lists.ordered,
		levels: listLevels((level) => ({
			format: level % 2 ? LevelFormat.LOWER_LETTER : LevelFormat.DECIMAL,
			text: `%${level + 1}.`,
		})),
	},
	{
		reference: lists.bullets,
		levels: listLevels((level) => ({ format: LevelFormat.BULLET, text: level % 2 ? '–' : '•' })),
	},
]
