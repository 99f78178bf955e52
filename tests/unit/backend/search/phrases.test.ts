/** Words between quotation marks stand next to each other, in that order, in what is found. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { holdsPhrase, readQuery, wordLine } from '#domain/search/query.ts'
import { wordsOf } from '#domain/search/words.ts'
import { compiledOf, engineOf } from '../../support/compiled.ts'

const pack = compiledOf()
const engine = engineOf(pack)
const hits = (query: string) => {
	const { fiction, reality } = engine.query(query, 50)
	return [...fiction, ...reality]
}
const partsOf = ({ title, context, text }: { title: string; context: string; text: string }) => [title, context, text]

describe('a phrase', () => {
	it('of any words that follow one another is found where it stands, and nowhere else', () => {
		const passage = fc.constantFrom(...pack.index.passages)
		fc.assert(
			fc.property(passage, fc.nat(), fc.integer({ min: 2, max: 5 }), ({ id, text }, from, length) => {
				const words = wordsOf(text)
				const start = from % Math.max(1, words.length - length)
				const wanted = words.slice(start, start + length)
				fc.pre(wanted.length === length)
				const query = `"${text.slice(wanted[0]?.start, wanted.at(-1)?.end)}"`
				const found = hits(query).map((hit) => hit.id)
				expect(found).toContain(id)
				const phrase = wanted.map(({ folded }) => folded).join(' ')
				for (const other of pack.index.passages)
					expect([other.id, found.includes(other.id)]).toEqual([
						other.id,
						partsOf(other).some((part) =>
							` ${wordsOf(part)
								.map(({ folded }) => folded)
								.join(' ')} `.includes(` ${phrase} `),
						),
					])
			}),
			{ numRuns: 60 },
		)
	})

	it('is marked as one, and its words are not marked elsewhere', () => {
		const text = pack.index.passages.find(({ id }) => id === 'tide-tables-bunk')?.text ?? ''
		const [first, second] = wordsOf(text)
		const typed = text.slice(first?.start, second?.end)
		const [hit] = hits(`"${typed}"`)
		expect(hit?.marks.map(([start, end]) => hit.excerpt.slice(start, end))).toEqual([typed])
	})

	it('is not found when its words stand apart or the other way round', () => {
		expect(hits('"shelling"').length).toBeGreaterThan(0)
		expect(hits('widow noir').length).toBeGreaterThan(0)
		expect(hits('"widow noir"')).toEqual([])
	})

	it('takes words as they are written: another ending is another word', () => {
		expect(hits('shellings ').length).toBeGreaterThan(0)
		expect(hits('"shellings"')).toEqual([])
	})

	it('goes on while it is typed, until the quotation mark closes it', () => {
		expect(hits('"shell').length).toBeGreaterThan(0)
		expect(hits('"shell"')).toEqual([])
		expect(hits('“shelling”').length).toBeGreaterThan(0)
	})

	it('narrows the words beside it', () => {
		const all = hits('insomnia')
		const narrowed = hits('insomnia "single night"')
		expect(narrowed.length).toBeLessThan(all.length)
		for (const { id } of narrowed) {
			const passage = pack.index.passages.find((one) => one.id === id)
			expect(passage && partsOf(passage).join('\n').toLowerCase()).toContain('single night')
		}
	})
})

it.each([
	['"one night" grief', ['grief'], [['one', 'night']], 'grief'],
	['grief "one ni', ['grief'], [['one', 'ni']], undefined],
	['""', [], [], undefined],
	['" "', [], [], undefined],
	['"the" ', [], [['the']], undefined],
])('%s is read as words and phrases', (text, words, phrases, prefix) => {
	const query = readQuery(text)
	expect(query.words.map(({ folded }) => folded)).toEqual(words)
	expect(query.phrases.map((phrase) => phrase.words.map(({ folded }) => folded))).toEqual(phrases)
	expect(query.prefix).toBe(prefix)
})

it('a line of words holds whole words only', () => {
	const [phrase] = readQuery('"one night"').phrases
	expect(phrase && holdsPhrase(wordLine('Gone nightly'), phrase)).toBe(false)
	expect(phrase && holdsPhrase(wordLine('In ONE night’s sleep'), phrase)).toBe(true)
})
