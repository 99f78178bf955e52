/** References for other programs: BibTeX, RIS, CSL-JSON. */
import { plugins, Cite as Sources } from '@citation-js/core'
import '@citation-js/plugin-bibtex'
import '@citation-js/plugin-ris'
import type { ReferenceFormat } from '#contract/citations.ts'
import type { CslItem } from '#domain/citations/items.ts'

// Ids have hyphens, which Citation.js would not have in a key.
plugins.config.get('@bibtex').format.checkLabel = false

/** @returns the file of all items, in their order; each keeps its id where the format has one. */
export function exchanged(items: readonly CslItem[], format: ReferenceFormat): string {
	const plain = items.map(({ custom: _, ...item }) => item as CslItem)
	if (format === 'csl-json') return `${JSON.stringify(plain, null, '\t')}\n`
	const sources = new Sources(plain.map((item) => narrowed(item, format)))
	return `${sources.format(format === 'bib' ? 'bibtex' : 'ris').trim()}\n`
}

/** Both formats know articles and books. A film's makers become authors, and where an episode belongs becomes a note. */
function narrowed(item: CslItem, format: 'bib' | 'ris'): CslItem {
	const author = ['author', 'director', 'script-writer', 'executive-producer', 'series-creator'].find(
		(role) => item[role],
	)
	const { director, number, ...rest } = item
	const series = item.type === 'broadcast' ? [item['container-title'], number].filter(Boolean).join(', ') : ''
	return {
		...rest,
		...(author && { author: item[author] }),
		// RIS has directors of its own.
		...(format === 'ris' && director ? { director } : {}),
		...(item.type !== 'broadcast' && number ? { number } : {}),
		...(series && { note: series }),
		'citation-key': item.id,
	}
}
