/** The scores are lunr's own: the same passages in the same order as lunr's query, whatever words are asked for. */
import fc from 'fast-check'
import lunr from 'lunr'
import { expect, it } from 'vitest'
import { postingsOf } from '#backend/search/postings.ts'
import { Scores } from '#backend/search/scores.ts'
import { stem } from '#domain/search/words.ts'
import { compiledOf } from '../../support/compiled.ts'

const { index } = compiledOf()
const own = lunr.Index.load(index.index)
const postings = postingsOf(index.index, 0)
const terms = [...new Set(index.words.map(stem))]

it('agree with lunr', () => {
	const asked = fc.uniqueArray(fc.tuple(fc.constantFrom(...terms), fc.constantFrom(1, 2, 10)), {
		selector: ([term]) => term,
		minLength: 1,
		maxLength: 8,
	})
	fc.assert(
		fc.property(asked, (words) => {
			const theirs = own.query((query) => {
				for (const [term, boost] of words) query.term(term, { usePipeline: false, boost })
			})
			const scores = new Scores(index.passages.length)
			scores.addWord(words.map(([term, boost]) => [[postings.get(term) ?? expect.fail(term)], boost]))
			expect(scores.met.toSorted()).toEqual(Int32Array.from(theirs, ({ ref }) => Number(ref)).sort())
			// lunr divides by the length of the query's vector: the same for all passages.
			const length = Math.hypot(...words.map(([, boost]) => boost))
			for (const { ref, score } of theirs) expect(scores.of(Number(ref)) / length).toBeCloseTo(score, 8)
		}),
	)
})

it('start from nothing after they were cleared', () => {
	const scores = new Scores(index.passages.length)
	scores.addWord([[[...postings.values()], 1]])
	scores.clear()
	expect([...scores.met]).toEqual([])
	for (const position of index.passages.keys()) expect([scores.of(position), scores.answered(position)]).toEqual([0, 0])
})
