/** Facets of the depictions: what they can be narrowed by, with counts that follow the selection. */
import type { LibraryItem } from '#contract/library.ts'
import { type Choice, countFacets, meetsChoice } from '../facets.ts'

/** What facets look at: rows of the library, whatever their kind. */
export type Faceted = Omit<LibraryItem, 'kind'>

export const facetKeys = ['medium', 'treatment', 'verdict', 'topic', 'outcome', 'decade'] as const
export type FacetKey = (typeof facetKeys)[number]

export type Selection = Choice<FacetKey>

/** What stands for a year that is not known. */
export const unknownDecade = 'unknown'

/** @returns the values that an item has in a facet: several for topics and verdicts. */
export function valuesOf(item: Faceted, key: FacetKey): string[] {
	if (key === 'verdict') return [...new Set(item.verdicts)]
	if (key === 'topic') return item.topics ?? []
	if (key === 'decade') return [decadeOf(item.year ?? null)]
	const value = item[key]
	return value ? [value] : []
}

/** @returns `1990` for the 1990s. */
export const decadeOf = (year: number | null): string =>
	year === null ? unknownDecade : String(Math.floor(year / 10) * 10)

const facets = { keys: facetKeys, valuesOf }

/** @returns whether an item meets a selection. */
export const meets = (item: Faceted, selection: Selection): boolean => meetsChoice(facets, item, selection)

/** @returns the facets of depictions with their counts, in order. */
export const facetsOf = (items: readonly Faceted[], selection: Selection) => countFacets(facets, items, selection)
