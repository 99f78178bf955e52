/** Words, marks and excerpts, on texts of every kind. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { excerptOf, marksIn } from '#domain/search/marks.ts'
import { readQuery } from '#domain/search/query.ts'
import { fold, wordsOf } from '#domain/search/words.ts'

const texts = fc.oneof(
	fc.lorem({ maxCount: 90 }),
	fc
		.array(fc.oneof(fc.lorem({ maxCount: 5 }), fc.string({ unit: 'grapheme', maxLength: 300 })), { maxLength: 20 })
		.map((parts) => parts.join(' ')),
	fc.string({ unit: 'binary', maxLength: 900 }),
)

describe('words', () => {
	it('stand where they say, in order', () => {
		fc.assert(
			fc.property(texts, (text) => {
				let last = 0
				for (const { start, end, folded } of wordsOf(text)) {
					expect(start).toBeGreaterThanOrEqual(last)
					expect(fold(text.slice(start, end))).toBe(folded)
					last = end
				}
			}),
		)
	})

	it.each([
		['Céline’s café', ['celine', 'cafe']],
		["o’clock, don't", ['oclock', 'dont']],
		['re\u0301sume\u0301', ['resume']],
		['Łódź Straße Ærø', ['lodz', 'strasse', 'aero']],
		['self-harm 12:30 a/b', ['self', 'harm', '12', '30', 'a', 'b']],
		['हिन्दी', ['हनद']],
	])('of %s', (text, folded) => {
		expect(wordsOf(text).map((word) => word.folded)).toEqual(folded)
	})
})

describe('a query', () => {
	it.each([
		['the night', ['night'], 'night'],
		['the night ', ['night'], undefined],
		['night of the', ['night'], 'the'],
		['the', [], 'the'],
		['to be ', ['to', 'be'], undefined],
		['a', [], undefined],
		['', [], undefined],
	])('%j', (text, words, prefix) => {
		const query = readQuery(text)
		expect([query.words.map(({ folded }) => folded), query.prefix]).toEqual([words, prefix])
	})
})

describe('marks', () => {
	it('are on the words, their other forms and their continuations', () => {
		const text = 'Sleeping dogs sleep; a sleeper dreams of dogma and do.'
		const found = (query: string) => marksIn(text, readQuery(query)).map(([start, end]) => text.slice(start, end))
		expect(found('sleep ')).toEqual(['Sleeping', 'sleep'])
		expect(found('sleep')).toEqual(['Sleeping', 'sleep', 'sleeper'])
		expect(found('dreaming dog')).toEqual(['dogs', 'dreams', 'dogma'])
	})

	it('are on what the search took a misspelt word for', () => {
		const text = 'Therapy and therapists'
		expect(marksIn(text, { ...readQuery('thearpy '), terms: new Set(['therapi']) })).toEqual([[0, 7]])
	})
})

describe('an excerpt', () => {
	it('keeps to its length, shows a mark when there is one, and cuts between words', () => {
		fc.assert(
			fc.property(texts, fc.nat(), fc.integer({ min: 40, max: 300 }), (text, pick, length) => {
				const words = wordsOf(text).filter(({ end, start }) => end - start < 30)
				const query = readQuery(`${words[pick % Math.max(1, words.length)]?.folded ?? 'x'} `)
				const { excerpt, marks } = excerptOf(text, query, length)
				expect(excerpt.length).toBeLessThanOrEqual(length + 4)
				expect(marks.length > 0).toBe(marksIn(text, query).length > 0)
				const all = new Set(wordsOf(text).map(({ start, end }) => text.slice(start, end)))
				for (const [start, end] of marks) {
					expect(end).toBeLessThanOrEqual(excerpt.length)
					expect(all.has(excerpt.slice(start, end))).toBe(true)
				}
				const middle = excerpt.replace(/^… /, '').replace(/ …$/, '')
				expect(text.replaceAll('\n', ' ')).toContain(middle)
			}),
			{ numRuns: 300 },
		)
	})

	it('begins at the word found where no other begins before it', () => {
		const text = `${'a/'.repeat(200)}needle ${'hay '.repeat(200)}`
		const { excerpt, marks } = excerptOf(text, readQuery('needle '))
		expect(excerpt).toMatch(/^… needle hay .* hay …$/)
		expect(marks).toEqual([[2, 8]])
	})

	it('is the whole text where that is short, unmarked where nothing is found', () => {
		expect(excerptOf('A short text.', readQuery('long '))).toEqual({ excerpt: 'A short text.', marks: [] })
	})

	it('stands around the place with most of the words', () => {
		const text = `${'One sleep. '.repeat(40)} Here sleep meets grief. ${'Other words. '.repeat(40)}`
		const { excerpt, marks } = excerptOf(text, readQuery('sleep grief '))
		expect(excerpt).toMatch(/^… .*Here sleep meets grief\..* …$/)
		expect(marks.map(([start, end]) => excerpt.slice(start, end))).toContain('grief')
	})
})
