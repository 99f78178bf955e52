import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { columns, count, cut, moment, plain, size, wrap } from '../../../src/cli/text.ts'

describe('text for a terminal', () => {
	it('loses what a terminal would obey, and nothing else', () => {
		expect(plain('a\u001b[31mred\u001b]0;title\u0007\r\u009b\u202eb')).toBe('a[31mred]0;titleb')
		expect(plain('été\tα\n“quoted” 😀')).toBe('été\tα\n“quoted” 😀')
	})

	it('is cut with an ellipsis, never within a letter', () => {
		expect(cut('one  two\nthree', 80)).toBe('one two three')
		expect(cut('one two three', 8)).toBe('one two…')
		expect(cut('😀😀😀', 2)).toBe('😀…')
	})

	it('is broken between words', () => {
		expect(wrap('one two three four five six', 22, '  ')).toBe('  one two three four\n  five six')
		expect(wrap('one\n\ntwo', 20)).toBe('one\n\ntwo')
		expect(wrap('one two', Number.POSITIVE_INFINITY)).toBe('one two')
	})

	it('stands in columns; ids are never cut', () => {
		const rows = [
			['a-rather-long-id', 'A title that is much longer than there is room for', 'film, 1999'],
			['id', 'Short', ''],
		]
		const wide = columns(rows, Number.POSITIVE_INFINITY).split('\n')
		expect(wide[0]).toBe('a-rather-long-id  A title that is much longer than there is room for  film, 1999')
		const narrow = columns(rows, 50).split('\n')
		expect(narrow[0]).toMatch(/^a-rather-long-id {2}A title that i.*… {2}film, 1999$/)
		expect(narrow[1]).toBe('id                Short')
	})

	it('fits whenever the firm columns leave room', () => {
		const cell = fc.string({ unit: fc.constantFrom('a', 'b', ' ', 'é'), maxLength: 60 })
		fc.assert(
			fc.property(
				fc.array(fc.tuple(fc.constant('an-id'), cell, cell), { minLength: 1 }),
				fc.integer({ min: 40, max: 200 }),
				(rows, width) => {
					for (const line of columns(rows, width).split('\n')) expect(line.length).toBeLessThanOrEqual(width)
				},
			),
		)
	})

	it('counts and measures as people do', () => {
		expect([count(1, 'point'), count(2, 'point')]).toEqual(['1 point', '2 points'])
		expect([size(999), size(12_345), size(1_250_000)]).toEqual(['999 B', '12 kB', '1.3 MB'])
		expect(moment(new Date(2026, 10, 2, 3, 4).getTime())).toBe('2026-11-02 03:04')
	})
})
