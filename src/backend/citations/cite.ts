/** Citations and the reference list of one document, in one style, through citeproc (Citation.js). */
import { plugins, Cite as Sources } from '@citation-js/core'
import type { Cite, CslItem } from '#domain/citations/items.ts'
import { styled } from '#domain/citations/styled.ts'
import { citesInNotes, type StyleId } from '#domain/citations/styles.ts'
import { withRoles } from './additions.ts'
import { clusters } from './clusters.ts'
import { locatorOf } from './locator.ts'
import { type MarkedText, runsOfMarkup } from './markup.ts'
import { loadStyle } from './styles.ts'

export interface Cited {
	/** What stands for each citation, in their order: with its brackets in the text, or as the text of a note. */
	citations: MarkedText[][]
	/** The list at the end, in the style's order. */
	list: { id: string; runs: MarkedText[]; link?: string }[]
}

/**
 * Formats all citations of a document together: years get letters where two are alike, later notes are short.
 * @param items the sources; those that no citation names are left out of the list
 * @param citations the sources of each citation, in reading order; ids without an item are passed over
 * @param folder where the files of resources/styles are
 */
export async function citeAll(
	items: readonly CslItem[],
	citations: readonly (readonly Cite[])[],
	style: StyleId,
	folder: string,
): Promise<Cited> {
	const { template, lang } = await loadStyle(style, folder)
	const used = new Set(citations.flat().map(({ id }) => id))
	const byId = new Map(items.filter(({ id }) => used.has(id)).map((item) => [item.id, styled(item, style)]))
	if (!byId.size) return { citations: citations.map(() => []), list: [] }
	const engine = plugins.config.get('@csl').engine(new Sources([...byId.values()]).data, template, lang, 'html')
	engine.updateItems([...byId.keys()])
	const asked = citations.map((cites) =>
		cites.filter(({ id }) => byId.has(id)).map(({ id, locator }) => ({ id, ...locatorOf(locator) })),
	)
	const texts = clusters(engine, asked, citesInNotes(style)).map(runsOfMarkup)
	const [head, entries] = engine.makeBibliography()
	return {
		citations: texts,
		list: entries.map((entry, index) => {
			const id = head.entry_ids[index]?.[0] ?? ''
			const link = linkOf(byId.get(id))
			return { id, runs: runsOfMarkup(style === 'apa' ? withRoles(entry) : entry), ...(link && { link }) }
		}),
	}
}

const linkOf = (item: CslItem | undefined): string | undefined =>
	item?.DOI ? `https://doi.org/${String(item.DOI)}` : item?.URL ? String(item.URL) : undefined
