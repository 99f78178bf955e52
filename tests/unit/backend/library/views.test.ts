/** What windows ask of the library: lists, entries, and views that bring all that they need. */
import { describe, expect, it } from 'vitest'
import { findingsOf, itemsOf } from '#backend/library/items.ts'
import { citedIn, Library } from '#backend/library/library.ts'
import { ComparisonView, DocumentView, ItemKind, LibraryItem } from '#contract/library.ts'
import { compiledOf } from '../../support/compiled.ts'
import { failureOf } from '../../support/failure.ts'

const { compiled } = compiledOf()
const library = new Library()
library.add(compiled)

describe('a list', () => {
	it.each([
		['comparison', ['dawn']],
		['article', ['sleepless-nights']],
		['trope', ['one-good-night']],
		['depiction', ['cafe-noir-dawn', 'cafe-noir-barman', 'tide-tables-bunk', 'foghorn-nap']],
		['work', ['cafe-noir', 'tide-tables', 'foghorn']],
		['reference', ['hart-2014-night', 'moss-2001-grief', 'institute-2020-lamps', 'reed-1995-keeper']],
	] as const)('of %ss has them in reading order', (kind, ids) => {
		expect(itemsOf(library, kind).map(({ id }) => id)).toEqual(ids)
		for (const item of itemsOf(library, kind)) expect(LibraryItem.safeParse(item).error).toBeUndefined()
	})

	it('of everything has each kind', () => {
		expect(new Set(itemsOf(library).map(({ kind }) => kind))).toEqual(new Set(ItemKind.options))
	})

	it('tells of a depiction what it is in', () => {
		expect(itemsOf(library, 'depiction')[0]).toEqual({
			id: 'cafe-noir-dawn',
			kind: 'depiction',
			title: 'Café Noir',
			side: 'fiction',
			work: 'cafe-noir',
			medium: 'film',
			year: 1987,
			creators: 'Zoë Brontë, Kieślowski, 1987',
			treatment: 'straight',
			outcome: 'works',
			trope: 'one-good-night',
			contentNotes: ['death'],
			spoiler: true,
			topics: library.documentView('one-good-night').document.topics,
			verdicts: expect.any(Array),
			stances: expect.any(Array),
		})
	})

	it('tells of a depiction which points it takes a stance on, and how they fare', () => {
		const { comparison } = library.comparisonView('dawn')
		for (const item of itemsOf(library, 'depiction')) {
			const taken = comparison.points.flatMap((point) =>
				point.stances
					.filter((entry) => entry.depiction === item.id && entry.stance !== 'open')
					.map(({ stance }) => ({ entry: { comparison: 'dawn', point: point.id, stance }, verdict: point.verdict })),
			)
			expect(item.stances).toEqual(taken.map(({ entry }) => entry))
			expect(item.verdicts).toEqual(taken.map(({ verdict }) => verdict))
		}
		expect(findingsOf(library).map(({ point }) => point)).toEqual(comparison.points.map(({ id }) => id))
	})

	it('tells of a comparison how many points it has and how they fare', () => {
		expect(itemsOf(library, 'comparison')).toMatchObject([{ points: 2, verdicts: ['inaccurate', 'harmful'] }])
	})
})

describe('a view', () => {
	it('of a trope brings its works and the comparisons that it stands in', () => {
		const view = library.documentView('one-good-night')
		expect(DocumentView.safeParse(view).error).toBeUndefined()
		expect(view.works.map(({ id }) => id)).toEqual(['cafe-noir', 'tide-tables', 'foghorn'])
		expect(view.comparisons).toEqual([{ id: 'dawn', title: 'Dawn and the clinic' }])
		expect(view.topics.map(({ title }) => title)).toEqual(['Insomnia', 'Grief'])
	})

	it('of an article brings the references that it cites, in order of first citation', () => {
		const view = library.documentView('sleepless-nights')
		const cited = ['hart-2014-night', 'institute-2020-lamps', 'moss-2001-grief']
		expect(citedIn(view.document)).toEqual(cited)
		expect(view.references.map(({ id }) => id)).toEqual(cited)
		expect(view.works).toEqual([])
	})

	it('of a comparison brings both documents, and every work and reference that they or its points name', () => {
		const view = library.comparisonView('dawn')
		expect(ComparisonView.safeParse(view).error).toBeUndefined()
		expect(view.documents.map(({ id }) => id)).toEqual(['one-good-night', 'sleepless-nights'])
		const works = new Set(view.works.map(({ id }) => id))
		const references = new Set(view.references.map(({ id }) => id))
		for (const { depictions, blocks } of view.documents) {
			for (const { work } of depictions) expect(works).toContain(work)
			for (const { inlines } of blocks)
				for (const inline of inlines)
					for (const { reference } of inline.type === 'citation' ? inline.items : [])
						expect(references).toContain(reference)
		}
		for (const point of view.comparison.points) for (const id of point.references) expect(references).toContain(id)
	})

	it('has a stance for every depiction on every point, open where none was given', () => {
		const { comparison, documents } = library.comparisonView('dawn')
		const depictions = documents.flatMap((document) => document.depictions.map(({ id }) => id))
		for (const { stances } of comparison.points) expect(stances.map(({ depiction }) => depiction)).toEqual(depictions)
		expect(comparison.points[0]?.stances).toEqual([
			{ depiction: 'cafe-noir-dawn', stance: 'asserts', note: 'She wakes healed.' },
			{ depiction: 'cafe-noir-barman', stance: 'open' },
			{ depiction: 'tide-tables-bunk', stance: 'contradicts' },
			{ depiction: 'foghorn-nap', stance: 'open' },
		])
	})

	it('leads each point to a block of each side', () => {
		const { comparison, documents } = library.comparisonView('dawn')
		const blocks = new Set(documents.flatMap(({ id, blocks }) => blocks.map((block) => `${id}#${block.id}`)))
		for (const { passages } of comparison.points)
			for (const place of [...passages.fiction, ...passages.reality])
				expect(blocks).toContain(`${place.document}#${place.block}`)
		expect(comparison.points[1]?.passages.fiction).toEqual([
			{ document: 'one-good-night', block: 'cafe-noir-barman-b1' },
		])
	})
})

describe('what is not there', () => {
	it.each([
		['an entry', () => library.entry('nothing')],
		['a document', () => library.documentView('nothing')],
		['a comparison', () => library.comparisonView('nothing')],
		['a document that is a work', () => library.documentView('cafe-noir')],
		['a comparison that is a trope', () => library.comparisonView('one-good-night')],
		['an id of JavaScript’s own', () => library.entry('constructor')],
	])('fails with what to do: %s', async (_, ask) => {
		expect(await failureOf(ask)).toMatchObject({ code: 'NOT_FOUND', next: expect.stringMatching(/^\w.+\.$/) })
	})
})

it('keeps the first of two entries with one id, whichever pack comes second', () => {
	const two = new Library()
	two.add(compiled)
	const [comparison] = compiled.comparisons
	if (!comparison) throw new Error('no comparison')
	two.add({ ...compiled, comparisons: [{ ...comparison, title: 'Another' }] })
	expect(two.comparisonView('dawn').comparison.title).toBe('Dawn and the clinic')
	expect(two.packs).toHaveLength(2)
})
