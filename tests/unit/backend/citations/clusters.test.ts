/** Citations formatted one by one are those that citeproc makes when it looks at all of them. */
import { plugins } from '@citation-js/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type CitationItem, clusters } from '#backend/citations/clusters.ts'
import { loadStyle } from '#backend/citations/styles.ts'
import { citesInNotes, styleIds } from '#domain/citations/styles.ts'
import { stylesFolder } from './cited.ts'

const names = ['Ames', 'Ames', 'Berg', 'Cole', 'Cole']
const items = names.map((family, index) => ({
	id: `i${index}`,
	type: index % 2 ? 'book' : 'article-journal',
	title: `Title ${index}: Subtitle`,
	author: [{ family, given: index > 3 ? 'Zoe' : 'Ann' }],
	issued: { 'date-parts': [[2000]] },
	'container-title': index % 2 ? undefined : 'Journal',
}))
const item: fc.Arbitrary<CitationItem> = fc.record({
	id: fc.constantFrom(...items.map(({ id }) => id)),
	locator: fc.constantFrom(undefined, '1', '2'),
	label: fc.constant('page'),
}) as fc.Arbitrary<CitationItem>
const citations = fc.array(fc.uniqueArray(item, { minLength: 1, maxLength: 3, selector: ({ id }) => id }), {
	maxLength: 12,
})

describe.each(styleIds)('%s', (style) => {
	it('reads the same', async () => {
		const { template, lang } = await loadStyle(style, stylesFolder)
		const engine = () => plugins.config.get('@csl').engine(items, template, lang, 'html')
		const notes = citesInNotes(style)
		fc.assert(
			fc.property(citations, (all) => {
				const asked = all.map((citationItems, index) => ({
					citationID: `c${index}`,
					// citeproc writes into them.
					citationItems: structuredClone(citationItems),
					properties: { noteIndex: notes ? index + 1 : 0 },
				}))
				const theirs = engine()
					.rebuildProcessorState(asked, 'html', [])
					.map(([, , text]) => text)
				const ours = engine()
				ours.updateItems([...new Set(all.flat().map(({ id }) => id))])
				expect(clusters(ours, all, notes)).toEqual(theirs)
			}),
			{ numRuns: 40 },
		)
	})
})
