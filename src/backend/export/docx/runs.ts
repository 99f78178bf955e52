/** Runs of text, links and footnotes as Word keeps them. */
import { ExternalHyperlink, FootnoteReferenceRun, type ParagraphChild, TextRun } from 'docx'
import type { TextRun as Text } from '#domain/export/model.ts'
import type { CitedRun } from '../cited.ts'
import { clean } from '../clean.ts'
import { paperColour } from '../colours.ts'

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
		...(highlight && { shading: shade(highlight) }),
	})
}

/** Word’s own highlighter has no soft colours, so the text is shaded. */
const shade = (colour: string) => ({ type: 'clear', color: 'auto', fill: paperColour(colour)[0].slice(1) }) as const
