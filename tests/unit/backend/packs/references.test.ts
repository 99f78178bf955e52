/** References as a reader sees them: label and list entry in APA 7, italics kept, nothing of the markup left. */
import { describe, expect, it } from 'vitest'
import { formatReferences } from '#backend/packs/references.ts'
import type { Reference } from '#contract/library.ts'
import { lighthouse, packOf } from '../../support/pack.ts'

const formatted = formatReferences(packOf(lighthouse).references)
/** The entry as text, italics between asterisks. */
const written = ({ entry }: Reference) => entry.map(({ text, emphasis }) => (emphasis ? `*${text}*` : text)).join('')
const one = (csl: Record<string, unknown>): Reference => {
	const [reference] = formatReferences([{ id: 'x', line: 1, csl: { id: 'x', type: 'book', title: 'T', ...csl } }])
	if (!reference) throw new Error('no reference')
	return reference
}

describe('in APA 7', () => {
	it('reads an article', () => {
		expect(formatted[0]).toMatchObject({
			id: 'hart-2014-night',
			label: 'Hart & Øre-Lindqvist, 2014',
			link: 'https://doi.org/10.5555/made.up.1',
		})
		expect(formatted[0] && written(formatted[0])).toBe(
			'Hart, L., & Øre-Lindqvist, J. (2014). Nights & days: Does *Insomnia severa* respond to “sleep hygiene”? *Journal of Made-up Sleep*, *12*(3), 101–109. https://doi.org/10.5555/made.up.1',
		)
	})

	it.each([
		[1, 'Moss, 2001', 'Moss, I. B. (2001). *Grief by the sea*. Harbour Press.', undefined],
		[
			2,
			'Institute of Lamps, 2020',
			'Institute of Lamps. (2020, May 4). *What lamps do*. Lamps Today. https://example.org/lamps?a=1&b=2',
			'https://example.org/lamps?a=1&b=2',
		],
		[3, 'Reed, 1995', 'Reed, T. (Director). (1995). *The keeper* [Video recording]. Pier Films.', undefined],
	])('reads a book, a page and a film (%i)', (index, label, entry, link) => {
		const reference = formatted[index]
		expect(reference && [reference.label, written(reference), reference.link]).toEqual([label, entry, link])
	})

	it('keeps the CSL-JSON as it was written', () => {
		expect(formatted[2]?.csl).toMatchObject({
			custom: { supports: 'nothing; it is made up' },
			URL: 'https://example.org/lamps?a=1&b=2',
		})
	})
})

describe('signs', () => {
	it('are decoded once, and markup other than italics is text', () => {
		const title = 'A < B & C &amp; D'
		expect(written(one({ title }))).toContain('A < B & C & D')
		expect(written(one({ title: '<script>alert(1)</script> x' }))).toContain('<script>alert(1)</script>')
	})

	it('never leave an empty run or a double space', () => {
		for (const { entry } of [...formatted, one({}), one({ author: [{ family: 'X' }] })]) {
			for (const { text } of entry) expect(text).toMatch(/^(\s?\S+)+\s?$/)
			expect(entry[0]?.text).toMatch(/^\S/)
			expect(entry.at(-1)?.text).toMatch(/\S$/)
		}
	})
})

describe('labels', () => {
	const by = (id: string, family: string, given: string, year: number, title: string) => ({
		id,
		line: 1,
		csl: { id, type: 'book', title, author: [{ family, given }], issued: { 'date-parts': [[year]] } },
	})

	it('tell two works of one year apart, in the list as well', () => {
		const two = formatReferences([by('b', 'Moss', 'Ida', 2001, 'B book'), by('a', 'Moss', 'Ida', 2001, 'A book')])
		expect(two.map(({ id, label }) => [id, label])).toEqual([
			['b', 'Moss, 2001b'],
			['a', 'Moss, 2001a'],
		])
		expect(two.map(written)).toEqual(['Moss, I. (2001b). *B book*.', 'Moss, I. (2001a). *A book*.'])
	})

	it('tell two people of one name apart', () => {
		const two = formatReferences([by('a', 'Moss', 'Ida', 2001, 'A'), by('b', 'Moss', 'Tom', 2002, 'B')])
		expect(two.map(({ label }) => label)).toEqual(['I. Moss, 2001', 'T. Moss, 2002'])
	})

	it('stand without a name or a year', () => {
		expect(one({}).label).toBe('T, n.d.')
		expect(one({ author: [{ literal: 'World Office' }] }).label).toBe('World Office, n.d.')
	})
})

it('formats no references as none', () => {
	expect(formatReferences([])).toEqual([])
})
