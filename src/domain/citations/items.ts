/** CSL-JSON items as exports handle them: references of packs, and works made into items. */

export interface CslName {
	family?: string
	given?: string
	literal?: string
	suffix?: string
	'dropping-particle'?: string
	'non-dropping-particle'?: string
}
export interface CslDate {
	'date-parts'?: (number | string)[][]
	literal?: string
}

/** A source. What CSL has no word for stands in `custom`, which no style prints. */
export interface CslItem {
	id: string
	type: string
	title?: string
	issued?: CslDate
	custom?: { work?: WorkKind | 'text'; sentenceCase?: readonly string[] } & Record<string, unknown>
	[variable: string]: unknown
}

/** What a work is to someone who cites it. */
export type WorkKind =
	| 'film'
	| 'series'
	| 'episode'
	| 'game'
	| 'comic'
	| 'book'
	| 'web'
	| 'song'
	| 'broadcast'
	| 'other'

/** One source in a citation. */
export interface Cite {
	id: string
	/** The place in it, as words: `p. 12`, `section ‘Risk’, para. 3`. */
	locator?: string
}

/** @returns the date of a year, or of a first and a last one; nothing for an unknown year. */
export const yearDate = (year: number | null, endYear?: number): CslDate | undefined =>
	year === null
		? undefined
		: { 'date-parts': endYear === undefined || endYear === year ? [[year]] : [[year], [endYear]] }
