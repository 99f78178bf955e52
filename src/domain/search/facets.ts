/** What the results of a search can be narrowed by. */
import { type Passage, type SearchFacetKey, searchFacetKeys } from '#contract/search.ts'
import type { Facets } from '../facets.ts'

export const searchFacets: Facets<Passage, SearchFacetKey> = {
	keys: searchFacetKeys,
	valuesOf(passage, key) {
		if (key === 'topic') return passage.topics
		const value = passage[key]
		return value ? [value] : []
	},
}
