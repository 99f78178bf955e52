import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { LibraryItem } from '#contract/library.ts'
import { outcomes, treatments } from '#contract/tokens.ts'
import { facetsOf, meets, type Selection } from '#domain/library/facets.ts'

const depiction = (id: string, more: Partial<LibraryItem>): LibraryItem => ({
	id,
	kind: 'depiction',
	title: id,
	...more,
})
const items = [
	depiction('a', { medium: 'film', treatment: 'straight', year: 1999, verdicts: ['harmful', 'harmful'] }),
	depiction('b', { medium: 'film', treatment: 'subverted', year: 2004, verdicts: ['harmful', 'simplified'] }),
	depiction('c', { medium: 'literature', treatment: 'straight', year: null, verdicts: [] }),
]
const counts = (selection: Selection, key: string) =>
	Object.fromEntries(
		facetsOf(items, selection)
			.find((facet) => facet.key === key)
			?.values.map(({ value, count }) => [value, count]) ?? [],
	)

describe('facets', () => {
	test('count what is there, an item once a value', () => {
		expect(counts({}, 'medium')).toEqual({ film: 2, literature: 1 })
		expect(counts({}, 'verdict')).toEqual({ harmful: 2, simplified: 1 })
		expect(counts({}, 'decade')).toEqual({ '1990': 1, '2000': 1, unknown: 1 })
	})
	test('follow the choices made in other facets, not their own', () => {
		expect(counts({ treatment: ['straight'] }, 'medium')).toEqual({ film: 1, literature: 1 })
		expect(counts({ medium: ['film'] }, 'medium')).toEqual({ film: 2, literature: 1 })
	})
	test('keep a chosen value that nothing has', () => {
		expect(counts({ medium: ['theatre'] }, 'medium')).toMatchObject({ theatre: 0 })
	})
	test('a count says how many items its value would leave', () => {
		const item = fc.record({
			medium: fc.constantFrom('film', 'literature', 'theatre'),
			treatment: fc.constantFrom(...treatments.slice(0, 3)),
			outcome: fc.constantFrom(...outcomes),
		})
		fc.assert(
			fc.property(fc.array(item, { maxLength: 30 }), fc.constantFrom(...treatments.slice(0, 3)), (drawn, treatment) => {
				const all = drawn.map((one, index) => depiction(String(index), one as Partial<LibraryItem>))
				const selection: Selection = { treatment: [treatment] }
				for (const { key, values } of facetsOf(all, selection))
					for (const { value, count } of values)
						expect(all.filter((one) => meets(one, { ...selection, [key]: [value] })).length).toBe(count)
			}),
		)
	})
})
