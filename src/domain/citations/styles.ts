/** The citation styles that an export can be written in. */
import { citationStyles } from '#contract/tokens.ts'

export const styleIds = citationStyles
export type StyleId = (typeof styleIds)[number]

const labels: Record<StyleId, string> = {
	apa: 'APA, 7th edition',
	mla: 'MLA, 9th edition',
	chicago: 'Chicago, 17th edition: author and date',
	'chicago-notes': 'Chicago, 17th edition: footnotes',
	harvard: 'Harvard (Cite Them Right, 12th edition)',
}
const listTitles: Record<StyleId, string> = {
	apa: 'References',
	mla: 'Works Cited',
	chicago: 'References',
	'chicago-notes': 'Bibliography',
	harvard: 'Reference list',
}

export const styleLabel = (style: StyleId): string => labels[style]
/** @returns what the style calls the list at the end. */
export const listTitle = (style: StyleId): string => listTitles[style]
/** @returns whether the style cites in footnotes. */
export const citesInNotes = (style: StyleId): boolean => style === 'chicago-notes'
