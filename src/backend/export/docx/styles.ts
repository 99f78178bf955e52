/** The paragraph and character styles of a Word export: real ones, so that a student can change them in one place. */
import type { IStylesOptions } from 'docx'

/** Twentieths of a point. */
const cm = 567
export const hanging = Math.round(1.27 * cm)

const serif = 'Georgia'

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
		paragraphStyle('Subtitle', 'Subtitle', { spacing: { after: 240 } }, { italics: true, color: '5D5952' }),
		paragraphStyle('Quote', 'Quote', {
			indent: { left: cm, right: Math.round(cm / 2) },
			spacing: { before: 120, after: 60 },
			keepNext: true,
		}),
		paragraphStyle(
			'QuoteSource',
			'Quote Source',
			{ indent: { left: cm }, spacing: { after: 160 } },
			{ size: 19, color: '5D5952' },
		),
		paragraphStyle('Note', 'Note', { indent: { left: 284 }, border: noteBorder, spacing: { after: 100 } }),
		paragraphStyle('NoteLabel', 'Note Label', noteLabel, { bold: true, size: 19, color: '5D5952' }),
		paragraphStyle('Bibliography', 'Bibliography', { indent: { left: hanging, hanging }, spacing: { after: 120 } }),
		paragraphStyle('TableText', 'Table Text', { spacing: { after: 40, line: 250 } }, { size: 18 }),
	],
})

const noteBorder = { left: { style: 'single', size: 12, space: 8, color: 'B8AF9E' } } as const
const noteLabel = { indent: { left: 284 }, border: noteBorder, spacing: { before: 120, after: 20 }, keepNext: true }

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
