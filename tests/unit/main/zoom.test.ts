import fc from 'fast-check'
import { expect, it } from 'vitest'
import { largestZoom, nextZoom, smallestZoom } from '../../../src/main/zoom.ts'

it('goes step by step', () => {
	expect(nextZoom(100, 'in')).toBe(110)
	expect(nextZoom(100, 'out')).toBe(90)
	expect(nextZoom(105, 'in')).toBe(110)
	expect(nextZoom(105, 'out')).toBe(100)
	expect(nextZoom(275, 'reset')).toBe(100)
})

it('stops at 50 and 300 per cent, and can always come back', () => {
	fc.assert(
		fc.property(fc.array(fc.constantFrom('in' as const, 'out' as const), { maxLength: 60 }), (steps) => {
			const end = steps.reduce(nextZoom, 100)
			expect(end).toBeGreaterThanOrEqual(smallestZoom)
			expect(end).toBeLessThanOrEqual(largestZoom)
			if (end > smallestZoom) expect(nextZoom(nextZoom(end, 'out'), 'in')).toBe(end)
			if (end < largestZoom) expect(nextZoom(nextZoom(end, 'in'), 'out')).toBe(end)
		}),
	)
	expect(Array.from({ length: 40 }).reduce<number>((zoom) => nextZoom(zoom, 'in'), 100)).toBe(300)
	expect(Array.from({ length: 40 }).reduce<number>((zoom) => nextZoom(zoom, 'out'), 100)).toBe(50)
})
