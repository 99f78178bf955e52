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
import { type Block, hasWideTable } from '#domain/export/model.ts'
import type { CitedDocument, CitedRun, FootnoteRun } from '../cited.ts'
import { clean } from '../clean.ts'
import { dateWords } from '../html.ts'
import { type ExportOptions, eachInTurn, stopIfAsked } from '../progress.ts'
import { blockMaker, listDepth, lists } from './blocks.ts'
import { runsOf } from './runs.ts'
import { docxStyles } from './styles.ts'

/** @returns the document as a .docx file. @throws Failure when it was cancelled */
export async function toDocx(document: CitedDocument, options: ExportOptions = {}): Promise<Buffer> {
	const { title, subtitle, language, legend, sections, references } = document
	const notes: FootnoteRun[] = []
	const size = pageSize(document)
	const make = blockMaker(textWidth(size))
	const all = sections.flatMap(({ title: heading, blocks }): (Block<CitedRun> | string)[] =>
		heading ? [heading, ...blocks] : blocks,
	)
	const body = await eachInTurn(
		all.map((part, index) => ({ part, next: all[index + 1] })),
		({ part, next }) => {
			if (typeof part === 'string') return [headingOne(part)]
			notes.push(...notesIn(part))
			return make(part, typeof next === 'string' ? undefined : next)
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
				properties: {
					titlePage: true,
					page: { size, margin: { top: margin, right: margin, bottom: margin, left: margin } },
				},
				headers: { default: running(clean(title)), first: new Header({ children: [new Paragraph({})] }) },
				footers: { default: pageNumbers(), first: pageNumbers() },
				children: [
					new Paragraph({ text: clean(title), heading: HeadingLevel.TITLE }),
					new Paragraph({
						text: clean([subtitle, dateWords(document)].filter(Boolean).join(' · ')),
						style: 'Subtitle',
					}),
					...(legend?.length
						? [new Paragraph({ style: 'Legend', children: [new TextRun('Colours: '), ...runsOf(legend)] })]
						: []),
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

/** A4, in twentieths of a point; wide tables lie on their side. */
const pageSize = ({ sections }: CitedDocument) => ({
	width: 11_906,
	height: 16_838,
	orientation: hasWideTable(sections) ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
})
const margin = 1440
const textWidth = ({ width, height, orientation }: ReturnType<typeof pageSize>) =>
	(orientation === PageOrientation.LANDSCAPE ? height : width) - 2 * margin

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
				children: [new TextRun({ children: [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES], ...small })],
			}),
		],
	})

const listLevels = (each: (level: number) => Pick<ILevelsOptions, 'format' | 'text'>): ILevelsOptions[] =>
	Array.from({ length: listDepth }, (_, level) => ({
		level,
		...each(level),
		alignment: AlignmentType.START,
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
