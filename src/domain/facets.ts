/** Facets of any list: what it can be narrowed by, with counts that follow the choices made in the other facets. */

/** Chosen values by facet. Within a facet any of them will do; every facet must be met. */
export type Choice<K extends string> = { [key in K]?: readonly string[] | undefined }

export interface FacetValue {
	value: string
	/** How many items there would be with this value and the choices made in the other facets. */
	count: number
	chosen: boolean
}

/** The facets of a kind of item, in the order in which they are shown. */
export interface Facets<T, K extends string> {
	keys: readonly K[]
	/** The values that an item has in a facet. */
	valuesOf: (item: T, key: K) => readonly string[]
}

/** @returns whether an item meets the choices made in some facets: all of them, unless told otherwise. */
export const meetsChoice = <T, K extends string>(
	{ keys, valuesOf }: Facets<T, K>,
	item: T,
	choice: Choice<K>,
	among: readonly K[] = keys,
): boolean =>
	among.every((key) => {
		const chosen = choice[key]
		return !chosen?.length || valuesOf(item, key).some((value) => chosen.includes(value))
	})

/** Thousands of tags are sorted at each key: a collator takes a tenth of `localeCompare`. */
const byName = new Intl.Collator().compare

/**
 * Counts each facet's values. A value that is chosen stays listed even when nothing has it.
 * @param most values of a facet that are listed, the most frequent; and those that are chosen
 * @returns the facets in order; values by count, then name; decades in time
 */
export function countFacets<T, K extends string>(
	facets: Facets<T, K>,
	items: readonly T[],
	choice: Choice<K>,
	most = Number.POSITIVE_INFINITY,
): { key: K; values: FacetValue[] }[] {
	return facets.keys.map((key) => {
		const counts = new Map<string, number>((choice[key] ?? []).map((value) => [value, 0]))
		const others = facets.keys.filter((other) => other !== key && choice[other]?.length)
		for (const item of items) {
			const met = meetsChoice(facets, item, choice, others) ? 1 : 0
			for (const value of facets.valuesOf(item, key)) counts.set(value, (counts.get(value) ?? 0) + met)
		}
		const all = [...counts].map(([value, count]) => ({ value, count, chosen: choice[key]?.includes(value) ?? false }))
		const values = all.length > most ? frequent(all, most) : all
		values.sort((a, b) => (key === 'decade' ? byName(a.value, b.value) : b.count - a.count || byName(a.value, b.value)))
		return { key, values }
	})
}

/** Names are compared by their units here: that is quick, and only decides between equals at the end of the list. */
const frequent = (values: readonly FacetValue[], most: number): FacetValue[] =>
	values
		.toSorted((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
		.filter(({ chosen }, at) => chosen || at < most)
