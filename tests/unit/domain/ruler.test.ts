/** The reading ruler's geometry: which lines there are, which one is meant, how far the band reaches. */
import { describe, expect, it } from 'vitest'
import { bandOf, lineAt, linesOf } from '#domain/reading/ruler.ts'

const box = (top: number, bottom: number) => ({ top, bottom })
const three = [box(0, 20), box(20, 40), box(60, 80)]

describe('the ruler', () => {
	it('takes boxes beside one another for one line, whatever their size and order', () => {
		expect(linesOf([box(20, 40), box(0, 20), box(3, 17), box(24, 44)])).toEqual([box(0, 20), box(20, 44)])
	})

	it('keeps lines apart that only touch', () => {
		expect(linesOf([box(0, 20), box(19, 39), box(38, 58)])).toHaveLength(3)
		expect(linesOf([])).toEqual([])
	})

	it('finds the line at a height, or the nearest one', () => {
		expect([-50, 10, 45, 55, 500].map((y) => lineAt(three, y))).toEqual([0, 0, 1, 2, 2])
		expect(lineAt([], 10)).toBe(-1)
	})

	it('reaches over as many lines as are left', () => {
		expect(bandOf(three, 0, 1)).toEqual(box(0, 20))
		expect(bandOf(three, 1, 2)).toEqual(box(20, 80))
		expect(bandOf(three, 2, 5)).toEqual(box(60, 80))
		expect(bandOf([], -1, 2)).toBeUndefined()
	})
})
