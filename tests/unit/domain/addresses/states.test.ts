/** What an address shows is what was shown where it was copied. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseQuery, stringifyQuery } from 'vue-router'
import { desktopAddress, pathOf } from '#contract/address.ts'
import { readOpen, writeOpen } from '#domain/addresses/points.ts'
import { mostPanes, type PaneState, readTexts, swapped, type TextsState, writeTexts } from '#domain/addresses/texts.ts'

const id = fc.stringMatching(/^[a-z0-9]{1,6}(-[a-z0-9]{1,4}){0,2}$/)
const words = fc.oneof(
	fc.string({ minLength: 1, maxLength: 30, unit: 'binary' }),
	fc.constantFrom('a,b', 'x&y=z', '#', '100 %', 'ß+ü'),
)
const some = <K extends string, T>(key: K, value: fc.Arbitrary<T>) =>
	fc.option(value).map((given) => (given === null ? {} : { [key]: given }) as { [key in K]?: T })
const pane: fc.Arbitrary<PaneState> = fc
	.tuple(
		id,
		some(
			'at',
			fc.oneof(
				id,
				fc.tuple(id, fc.nat(100)).map(([block, part]) => `${block}.${part}`),
			),
		),
		some('find', words),
	)
	.map(([own, at, find]) => ({ id: own, ...at, ...find }))
const state: fc.Arbitrary<TextsState> = fc
	.tuple(fc.array(pane, { minLength: 2, maxLength: mostPanes }), some('point', id), some('together', fc.boolean()))
	.map(([panes, point, together]) => ({ panes, ...point, ...together }))

/** The address as a person copies it, with whatever else stands in it. */
const address = (query: Record<string, unknown>) =>
	desktopAddress(`/compare/x?${stringifyQuery({ view: 'texts', ...query } as Parameters<typeof stringifyQuery>[0])}`)
const opened = (text: string) => parseQuery(new URL(pathOf(text) ?? 'nowhere', 'http://x').search)

describe('texts side by side', () => {
	it('come back from the address as they were', () => {
		fc.assert(
			fc.property(state, fc.array(id, { maxLength: mostPanes }), (shown, usual) => {
				expect(readTexts(opened(address(writeTexts(shown, usual))), usual)).toEqual(shown)
			}),
			{ numRuns: 500 },
		)
	})

	it('are those of the comparison when the address names none', () => {
		expect(readTexts({}, ['a', 'b']).panes).toEqual([{ id: 'a' }, { id: 'b' }])
		expect(writeTexts(readTexts({}, ['a', 'b']), ['a', 'b']).panes).toBeUndefined()
	})

	it('are two at least and three at most, whatever stands in the address', () => {
		fc.assert(
			fc.property(fc.dictionary(fc.constantFrom('panes', 'at', 'find', 'sync', 'point'), fc.string()), (query) => {
				const { panes } = readTexts(query)
				expect(panes.length).toBeGreaterThanOrEqual(2)
				expect(panes.length).toBeLessThanOrEqual(mostPanes)
			}),
		)
		expect(readTexts({ panes: 'a' }).panes).toEqual([{ id: 'a' }, { id: '' }])
	})

	it('take place and marked words along when they are swapped, and are as before when swapped back', () => {
		fc.assert(
			fc.property(state, fc.nat(mostPanes), fc.nat(mostPanes), (shown, from, to) => {
				const after = swapped(shown, from, to)
				if (shown.panes[from] && shown.panes[to]) expect(after.panes[from]).toBe(shown.panes[to])
				expect(swapped(after, from, to)).toEqual(shown)
			}),
		)
	})
})

describe('open rows', () => {
	it('come back from the address as they were', () => {
		const rows = fc.uniqueArray(id, { maxLength: 6 })
		fc.assert(
			fc.property(rows, fc.option(id, { nil: undefined }), (open, point) => {
				expect([...readOpen(opened(address({ open: writeOpen(open, point), point })))]).toEqual(open)
			}),
		)
	})

	it('are that of the chosen point when nothing else is said, and none when it was closed', () => {
		expect([...readOpen({ point: 'a' })]).toEqual(['a'])
		expect([...readOpen({ point: 'a', open: '' })]).toEqual([])
	})
})
