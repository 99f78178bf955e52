/** Results narrowed by facets, and what is offered where nothing is found. */
import { describe, expect, it } from 'vitest'
import { compiledOf, engineOf } from '../../support/compiled.ts'

const pack = compiledOf()
const engine = engineOf(pack)
const facet = (answer: ReturnType<typeof engine.query>, key: string) =>
	answer.facets.find((entry) => entry.key === key)?.values ?? []

describe('facets', () => {
	it('count what was found, and a choice leaves exactly as many', () => {
		const open = engine.query('insomnia', 50)
		expect(facet(open, 'kind').length).toBeGreaterThan(1)
		for (const { key, values } of open.facets)
			for (const { value, count } of values) {
				const { found } = engine.query('insomnia', 50, { [key]: [value] })
				expect([key, value, found.fiction + found.reality]).toEqual([key, value, count])
			}
	})

	it('keep the other values of their own facet in sight, and narrow the others', () => {
		const open = engine.query('insomnia', 50)
		const narrowed = engine.query('insomnia', 50, { kind: ['point'] })
		expect(facet(narrowed, 'kind').map(({ value, count }) => [value, count])).toEqual(
			facet(open, 'kind').map(({ value, count }) => [value, count]),
		)
		expect(narrowed.fiction.map(({ kind }) => kind)).toEqual(['point'])
		expect(narrowed.reality).toEqual([])
	})

	it('keep a choice listed that leaves nothing, so that it can be taken back', () => {
		const answer = engine.query('night', 50, { decade: ['1800'] })
		expect(answer.found).toEqual({ fiction: 0, reality: 0, own: 0 })
		expect(facet(answer, 'decade')).toContainEqual({ value: '1800', count: 0, chosen: true })
	})

	it('know medium and decade of depictions alone', () => {
		const { fiction } = engine.query('keeper noir ', 50, { medium: ['film'] })
		expect(fiction.length).toBeGreaterThan(0)
		expect(fiction.every(({ kind }) => kind === 'depiction')).toBe(true)
	})
})

describe('a word that stands nowhere', () => {
	it('is taken for what is one slip away, and that is said', () => {
		const { readings, fiction } = engine.query('foghron ', 5)
		expect(readings).toEqual([{ typed: 'foghron', taken: true, words: ['foghorn'] }])
		expect(fiction[0]?.id).toBe('foghorn-nap')
	})

	it('is met by its beginning while it is still typed with a slip in it', () => {
		expect(engine.query('shlel', 5).fiction.map(({ id }) => id)).toContain('tide-tables-bunk')
	})

	it('is not taken for anything further off, but the nearest words are offered', () => {
		const answer = engine.query('fgohron ', 5)
		expect(answer.found).toEqual({ fiction: 0, reality: 0, own: 0 })
		expect(answer.readings).toEqual([{ typed: 'fgohron', taken: false, words: ['foghorn'] }])
	})

	it('with nothing near it offers nothing', () => {
		expect(engine.query('qqqqqqq ', 5).readings).toEqual([{ typed: 'qqqqqqq', taken: false, words: [] }])
	})

	it('is known when any pack has it', () => {
		const other = compiledOf()
		other.index.words = other.index.words.filter((word) => word !== 'foghorn')
		expect(engineOf(pack, other).query('foghorn ', 5).readings).toEqual([])
	})
})
