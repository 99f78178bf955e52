/** Runs of text, links and footnotes as Word keeps them. */
import { ExternalHyperlink, FootnoteReferenceRun, type ParagraphChild, TextRun } from 'docx'
import type { TextRun as Text } from '#domain/export/model.ts'
import type { CitedRun } from '../cited.ts'

/** Paper colours of the highlights; Word’s own highlighter has no soft ones, so the text is shaded. */
const shades: Record<string, string> = {
	yellow: 'FBE8A6',
	amber: 'FBDCA6',
	orange: 'FBD3B0',
	red: 'F7CBC6',
	pink: 'F6CFE0',
	purple: 'E0D3F5',
	blue: 'CDE0F7',
	teal: 'C5E8E2',
	green: 'D1EBC6',
	grey: 'E1E1DE',
}

/** @param quiet links are not set apart: in headings, which would look like one long link */
export const runsOf = (runs: readonly CitedRun[], quiet = false): ParagraphChild[] =>
	runs.map((run) => {
		if (run.type === 'footnote') return new FootnoteReferenceRun(run.number)
		return run.href
			? new ExternalHyperlink({ link: run.href, children: [textRun(run, quiet ? undefined : 'Hyperlink')] })
			: textRun(run)
	})

function textRun({ text, emphasis, strong, code, highlight }: Text, style?: string): TextRun {
	return new TextRun({
		text: clean(text),
		...(style && { style }),
		...(emphasis && { italics: true }),
		...(strong && { bold: true }),
		...(code && { font: 'Consolas' }),
		...(highlight && { shading: { type: 'clear', color: 'auto', fill: shades[highlight] ?? shades.yellow ?? '' } }),
	})
}

/** XML has no words for control signs and halves of signs; Word refuses a file that holds one. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones to take out
const unwritable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g
export const clean = (text: string): string =>
	text
		.toWellFormed()
		.replace(unwritable, '')
		.replace(/[\t\r\n]+/g, ' ')
