/** What each format is good for, and whether notes are laid out and cited in it. */
import type { ExportFormat } from '#contract/exports.ts'

interface Format {
	label: string
	hint: string
	/** Whether layout and citation style make a difference to it. */
	laidOut: boolean
	/** What the preview cannot show. */
	caveat?: string
}

const references = 'What the notes cite, for a reference manager. It brings its own layout and style.'

export const formats: Record<ExportFormat, Format> = {
	docx: {
		label: 'Word document (DOCX)',
		hint: 'For Word and LibreOffice, with headings, styles and footnotes of their own.',
		laidOut: true,
		caveat: 'Word lays out its pages itself.',
	},
	pdf: {
		label: 'PDF',
		hint: 'Pages to print or to hand in.',
		laidOut: true,
		caveat: 'The file has pages, with the title above and their numbers below.',
	},
	md: { label: 'Markdown', hint: 'Plain text that every editor opens.', laidOut: true },
	'md-obsidian': {
		label: 'Markdown for Obsidian',
		hint: 'With front matter and wiki links.',
		laidOut: true,
	},
	html: { label: 'Web page (HTML)', hint: 'One file that every browser opens.', laidOut: true },
	csv: {
		label: 'Table (CSV)',
		hint: 'One row for each note, for spreadsheets. A table has no layout and names its sources by their ids.',
		laidOut: false,
	},
	jsonld: {
		label: 'Annotations (JSON-LD)',
		hint: 'The notes themselves, for Parallax elsewhere and other programs that know W3C annotations. They have no layout and no citations.',
		laidOut: false,
	},
	bib: { label: 'References (BibTeX)', hint: references, laidOut: false },
	ris: { label: 'References (RIS)', hint: references, laidOut: false },
	'csl-json': { label: 'References (CSL-JSON)', hint: references, laidOut: false },
}
