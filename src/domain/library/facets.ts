/** Facets of the depictions: what they can be narrowed by, with counts that follow the selection. */
import type { LibraryItem } from '#contract/library.ts'

/** What facets look at: rows of the library, whatever their kind. */
export type Faceted = Omit<LibraryItem, 'kind'>

export const facetKeys = ['medium', 'treatment', 'verdict', 'topic', 'outcome', 'decade'] as const
export type FacetKey = (typeof facetKeys)[number]

/** Chosen values by facet. Within a facet any of them will do; every facet must be met. */
export type Selection = Partial<Record<FacetKey, readonly string[]>>

export interface FacetValue {
	value: string
	/** How many items there would be with this value and the choices made in the other facets. */
	count: number
	chosen: boolean
}

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

/** @returns whether an item meets a selection, one facet left out of account where `except` names it. */
export const meets = (item: Faceted, selection: Selection, except?: FacetKey): boolean =>
	facetKeys.every((key) => {
		const chosen = selection[key]
		if (key === except || !chosen?.length) return true
		return valuesOf(item, key).some((value) => chosen.includes(value))
	})

/**
 * Counts each facet's values. A value that is chosen stays listed even when nothing has it.
 * @returns the facets in order; values by count, then name; decades in time
 */
export function facetsOf(items: readonly Faceted[], selection: Selection): { key: FacetKey; values: FacetValue[] }[] {
	return facetKeys.map((key) => {
		const counts = new Map<string, number>((selection[key] ?? []).map((value) => [value, 0]))
		for (const item of items) {
			const met = meets(item, selection, key)
			for (const value of valuesOf(item, key)) counts.set(value, (counts.get(value) ?? 0) + (met ? 1 : 0))
		}
		const values = [...counts]
			.map(([value, count]) => ({ value, count, chosen: selection[key]?.includes(value) ?? false }))
			.sort((a, b) =>
				key === 'decade' ? a.value.localeCompare(b.value) : b.count - a.count || a.value.localeCompare(b.value),
			)
		return { key, values }
	})
}
