/** What a reader finds by typing: whole words, beginnings, other endings, accents or none, and slips of the finger. */
import { describe, expect, it } from 'vitest'
import type { Hit } from '#contract/search.ts'
import { compiledOf, engineOf } from '../../support/compiled.ts'
import { edited } from '../../support/pack.ts'

const pack = compiledOf()
const engine = engineOf(pack)
const idsOf = (hits: Hit[]) => hits.map(({ id }) => id)
const find = (query: string, limit = 20) => {
	const { fiction, reality, own, found } = engine.query(query, limit)
	return { fiction: idsOf(fiction), reality: idsOf(reality), own, found }
}
const marked = (hit: Hit) => hit.marks.map(([start, end]) => hit.excerpt.slice(start, end))

describe('a word', () => {
	it('is found where it stands, on its own side', () => {
		expect(find('shelling')).toMatchObject({ fiction: ['tide-tables-bunk'], reality: [], own: [] })
		expect(find('months')).toMatchObject({ fiction: [], found: { fiction: 0, reality: 2, own: 0 } })
	})

	it('is found in both columns at once', () => {
		const { fiction, reality } = find('insomnia')
		expect(fiction).toContain('dawn#single-night:claim')
		expect(reality).toContain('dawn#single-night:finding')
	})

	it.each([
		['shell', 'tide-tables-bunk'],
		['shellings', 'tide-tables-bunk'],
		['healing', 'cafe-noir-dawn'],
		['barmen', undefined],
		['barmans', 'cafe-noir-barman'],
		['BARMAN', 'cafe-noir-barman'],
		['barman’s', 'cafe-noir-barman'],
		["barman's ", 'cafe-noir-barman'],
	])('in another form: %s', (query, id) => {
		if (id) expect(find(query).fiction).toContain(id)
		else expect(find(`${query} `).fiction).toEqual(['cafe-noir-barman'])
	})

	it.each(['cafe', 'café', 'CAFÉ', 'cafe\u0301', 'Bronte', 'brontë', 'kieslowski', 'Zoe Bronte'])(
		'with accents or without: %s',
		(query) => {
			expect(find(query).fiction).toContain('cafe-noir-dawn')
		},
	)

	it.each(['strasse', 'straße', 'lodz', 'Łódź', 'soren', 'søren'])(
		'with letters that have no accent to lose: %s',
		(query) => {
			const files = edited('tropes/one-good-night.md', 'The barman tries', 'Søren of Łódź in the Hauptstraße tries')
			const other = files.get('tropes/one-good-night.md')?.replace('Hauptstraße', 'Straße') ?? ''
			const hits = engineOf(compiledOf(new Map([...files, ['tropes/one-good-night.md', other]]))).query(query, 5)
			expect(idsOf(hits.fiction)).toEqual(['cafe-noir-barman'])
			expect(hits.fiction[0]?.marks).toHaveLength(1)
		},
	)
})

describe('while it is typed', () => {
	it('every beginning of every word of the pack finds something', () => {
		const words = new Set(pack.index.words)
		expect(words.size).toBeGreaterThan(100)
		for (const word of words)
			for (let length = 2; length <= word.length; length++) {
				const { fiction, reality } = find(word.slice(0, length), 1)
				expect([word.slice(0, length), fiction.length + reality.length]).not.toEqual([word.slice(0, length), 0])
			}
	})

	it('the last word counts as a beginning, until a space ends it', () => {
		expect(find('widow asl').fiction).toEqual(['cafe-noir-dawn'])
		expect(find('asl').fiction).toEqual(['cafe-noir-dawn'])
		expect(find('asl ').fiction).toEqual([])
	})

	it('a word too common to tell passages apart finds what it may become', () => {
		expect(find('the wid').fiction).toEqual(['cafe-noir-dawn'])
		expect(find('and').fiction).toEqual([])
		expect(find('she').fiction).toEqual(['tide-tables-bunk'])
	})
})

describe('a slip of the finger', () => {
	it.each([
		['foghrn', 'a letter left out'],
		['foghhorn', 'a letter too many'],
		['foghern', 'another letter'],
		['foghron', 'two letters swapped'],
	])('is forgiven: %s (%s)', (query) => {
		for (const typed of [query, `${query} `]) {
			const [hit] = engine.query(typed, 5).fiction
			expect(hit?.id).toBe('foghorn-nap')
			expect(hit && marked(hit)).toEqual(['foghorn'])
		}
	})

	it('is not seen where the word is right, or short', () => {
		expect(find('night ').fiction).not.toContain('cafe-noir-barman')
		expect(find('naq ').fiction).toEqual([])
	})
})

describe('several words', () => {
	it('put the passages that answer most of them first, and leave the others out', () => {
		expect(find('keeper bunk shelling')).toMatchObject({ fiction: ['tide-tables-bunk'], reality: [] })
		expect(find('regular hours insomnia eases').reality).toEqual(['dawn#single-night:finding'])
	})

	it('may stand in the title and the text, in any order', () => {
		expect(find('widow noir').fiction).toEqual(['cafe-noir-dawn'])
		expect(find('noir widow').fiction).toEqual(['cafe-noir-dawn'])
	})
})
