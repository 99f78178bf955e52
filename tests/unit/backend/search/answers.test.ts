/** What a hit carries: a place that exists, marks on the words, an excerpt of bounded length, and what must be covered. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Hit, SearchAnswer } from '#contract/search.ts'
import { stem, wordsOf } from '#domain/search/words.ts'
import { compiledOf, engineOf } from '../../support/compiled.ts'

const pack = compiledOf()
const engine = engineOf(pack)
const all = (query: string, limit = 50): Hit[] => {
	const { fiction, reality, own } = engine.query(query, limit)
	return [...fiction, ...reality, ...own]
}
const { documents, comparisons } = pack.compiled

/** Whether a hit can be opened where it says. */
const opens = ({ place }: Hit) => {
	if (place.view === 'compare') {
		const comparison = comparisons.find(({ id }) => id === place.comparison)
		return comparison && (!place.point || comparison.points.some(({ id }) => id === place.point))
	}
	const document = documents.find(({ id }) => id === place.document)
	return document && (!place.block || document.blocks.some(({ id }) => id === place.block))
}
const words = fc.constantFrom(...pack.index.words)
const queries = fc.oneof(
	fc.array(words, { minLength: 1, maxLength: 4 }).map((list) => list.join(' ')),
	fc.tuple(words, fc.nat(8)).map(([word, length]) => word.slice(0, length + 1)),
	fc.string({ unit: 'binary', maxLength: 40 }),
)

describe('any query', () => {
	it('is answered as the contract says, at places that exist, with marks on whole words', () => {
		fc.assert(
			fc.property(queries, fc.integer({ min: 1, max: 30 }), (query, limit) => {
				const answer = engine.query(query, limit)
				expect(SearchAnswer.safeParse(answer).error).toBeUndefined()
				for (const side of ['fiction', 'reality', 'own'] as const) {
					expect(answer[side].length).toBe(Math.min(limit, answer.found[side]))
					expect(answer[side].map(({ score }) => score)).toEqual(
						answer[side].map(({ score }) => score).sort((a, b) => b - a),
					)
				}
				for (const hit of [...answer.fiction, ...answer.reality]) {
					expect(opens(hit)).toBeTruthy()
					const borders = wordsOf(hit.excerpt).map(({ start, end }) => `${start}-${end}`)
					for (const [start, end] of hit.marks) expect(borders).toContain(`${start}-${end}`)
				}
			}),
			{ numRuns: 150 },
		)
	})

	it.each([
		'',
		' ',
		'   \n',
		'the',
		'the and of ',
		'*',
		'+a -b ~c ^d',
		'title:sleep',
		'"',
		'\\',
		'\u0000',
		'😀',
		'中文',
		"'''",
		'—',
		'__proto__',
		'constructor',
		'x'.repeat(400),
		'sleep '.repeat(5000),
	])('does not throw: %j', (query) => {
		expect(SearchAnswer.safeParse(engine.query(query, 5)).error).toBeUndefined()
	})

	it.each(['', ' ', '—', '*'])('without a word finds nothing: %j', (query) => {
		expect(all(query)).toEqual([])
	})

	it('marks the word in every hit, unless it stands in its title or context', () => {
		for (const word of pack.index.words)
			for (const hit of all(`${word} `)) {
				const beside = wordsOf(`${hit.title}\n${hit.context}`).some(({ term }) => term === stem(word))
				expect([word, hit.id, hit.marks.length > 0 || beside]).toEqual([word, hit.id, true])
			}
	})
})

describe('a hit', () => {
	it('opens at the passage: the block of a text, the point of a comparison', () => {
		expect(all('shelling')[0]?.place).toEqual({
			view: 'read',
			document: 'one-good-night',
			block: 'tide-tables-bunk-b1',
		})
		expect(all('mourner weeps')[0]?.place).toMatchObject({ block: 'how-it-goes-b1' })
		expect(all('single morning insomnia ends')[0]?.place).toEqual({
			view: 'compare',
			comparison: 'dawn',
			point: 'single-night',
		})
	})

	it('says whose it is: work and maker, or heading and document', () => {
		expect(all('widow')[0]).toMatchObject({
			title: 'Café Noir',
			context: 'Zoë Brontë, Kieślowski, 1987',
			kind: 'depiction',
		})
		expect(all('regular hours effect small')[0]).toMatchObject({
			title: 'What helps',
			context: 'Sleepless nights',
			kind: 'section',
		})
	})

	it('carries the content notes and the spoiler mark of what it shows', () => {
		expect(all('widow')[0]).toMatchObject({ contentNotes: ['death'], spoiler: true })
		expect(all('shelling')[0]).toMatchObject({ contentNotes: ['violence'], spoiler: false })
		expect(all('narrator drinks')[0]).toMatchObject({ contentNotes: ['substance-use'] })
		expect(all('family badly')[0]).toMatchObject({ contentNotes: ['death', 'suicide'] })
		expect(all('recover')[0]).toMatchObject({ contentNotes: [] })
		expect(all('bereaved two years')[0]).toMatchObject({ contentNotes: ['death'] })
	})

	it('never shows flagged words without their notes', () => {
		for (const { text, contentNotes, id } of pack.index.passages)
			for (const document of documents)
				for (const block of document.blocks) {
					const run = block.inlines.map((inline) => (inline.type === 'text' ? inline.text : '')).join('')
					if (block.contentNotes.length && block.type !== 'heading' && text.includes(run))
						expect([id, contentNotes]).toEqual([id, expect.arrayContaining(block.contentNotes)])
				}
	})
})

it('searches all packs together', () => {
	const second = compiledOf()
	for (const passage of second.index.passages) passage.id = `second-${passage.id}`
	expect(
		engineOf(pack, second)
			.query('shelling', 5)
			.fiction.map(({ id }) => id),
	).toEqual(['tide-tables-bunk', 'second-tide-tables-bunk'])
})
