/** The paragraph and character styles of a Word export: real ones, so that a student can change them in one place. */
import type { IStylesOptions } from 'docx'

/** Twentieths of a point. */
const cm = 567
export const hanging = Math.round(1.27 * cm)

/** The page’s own words, and the reader’s. */
const serif = 'Georgia'
const sans = 'Calibri'

const soft = '5D5952'
export const hairline = 'B8AF9E'
/** A note stands in from the margin, its lists from there. */
export const noteIndent = 284

/** @param language of the text, for Word’s spelling check */
export const docxStyles = (language: string): IStylesOptions => ({
	default: {
		document: {
			run: { font: serif, size: 22, language: { value: language } },
			paragraph: { spacing: { after: 120, line: 300 } },
		},
		title: { run: { font: serif, size: 44, bold: true }, paragraph: { spacing: { after: 80 } } },
		heading1: headingStyle(32, 360),
		heading2: headingStyle(26, 280),
		heading3: headingStyle(23, 220),
		heading4: { ...headingStyle(22, 200), run: { font: serif, size: 22, italics: true } },
		footnoteText: { run: { font: serif, size: 18 }, paragraph: { spacing: { after: 40, line: 240 } } },
		hyperlink: { run: { color: '0B5F59', underline: { type: 'single' } } },
	},
	paragraphStyles: [
		paragraphStyle('Subtitle', 'Subtitle', { spacing: { after: 160 } }, { italics: true, color: soft }),
		paragraphStyle('Legend', 'Highlight Colours', { spacing: { after: 240 } }, { size: 19 }),
		paragraphStyle('Quote', 'Quote', {
			indent: { left: cm, right: Math.round(cm / 2) },
			spacing: { before: 160, after: 60 },
			keepLines: true,
		}),
		paragraphStyle(
			'QuoteSource',
			'Quote Source',
			{ indent: { left: cm }, spacing: { after: 120 } },
			{ size: 19, color: soft },
		),
		paragraphStyle('Relation', 'Relation', { indent: { left: cm }, keepNext: true }),
		paragraphStyle('Note', 'Note', { indent: { left: noteIndent }, spacing: { after: 80 } }, { font: sans, size: 21 }),
		paragraphStyle(
			'NoteLabel',
			'Note Label',
			{ indent: { left: noteIndent }, spacing: { before: 80, after: 20 }, keepNext: true },
			{ font: sans, bold: true, size: 19, color: soft },
		),
		paragraphStyle(
			'Marks',
			'Colour and Tags',
			{ indent: { left: noteIndent }, spacing: { after: 120 } },
			{ font: sans, size: 18, color: soft },
		),
		paragraphStyle('Rule', 'Rule', {
			spacing: { before: 160, after: 160, line: 120 },
			border: { bottom: { style: 'single', size: 4, space: 1, color: hairline } },
			keepNext: true,
		}),
		paragraphStyle('Bibliography', 'Bibliography', {
			indent: { left: hanging, hanging },
			spacing: { after: 120 },
			keepLines: true,
		}),
		paragraphStyle('TableText', 'Table Text', { spacing: { after: 40, line: 250 } }, { size: 18 }),
	],
})

const headingStyle = (size: number, before: number) => ({
	run: { font: serif, size, bold: true, color: '1F1D1A' },
	paragraph: { spacing: { before, after: 100 }, keepNext: true },
})

type ParagraphStyle = NonNullable<IStylesOptions['paragraphStyles']>[number]

const paragraphStyle = (
	id: string,
	name: string,
	paragraph: NonNullable<ParagraphStyle['paragraph']>,
	run: NonNullable<ParagraphStyle['run']> = {},
): ParagraphStyle => ({ id, name, basedOn: 'Normal', next: 'Normal', quickFormat: true, paragraph, run })
