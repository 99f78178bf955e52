/** The files that reference managers read. */
import type { ReferenceFormat } from '#contract/citations.ts'
import { referenceFormats } from '#contract/tokens.ts'

/** What each is called, how its files end, and its media type. */
export const referenceFiles: Record<ReferenceFormat, { label: string; ending: string; mediaType: string }> = {
	bib: { label: 'BibTeX', ending: 'bib', mediaType: 'application/x-bibtex' },
	ris: { label: 'RIS', ending: 'ris', mediaType: 'application/x-research-info-systems' },
	'csl-json': { label: 'CSL-JSON', ending: 'json', mediaType: 'application/vnd.citationstyles.csl+json' },
}

export const isReferenceFormat = (format: string): format is ReferenceFormat =>
	referenceFormats.some((one) => one === format)
