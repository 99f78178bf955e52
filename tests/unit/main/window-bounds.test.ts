import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fitBounds, type Rectangle, smallestSize } from '../../../src/main/window-bounds.ts'

const laptop: Rectangle = { x: 0, y: 25, width: 1440, height: 875 }
const beside: Rectangle = { x: 1440, y: 0, width: 1920, height: 1080 }

const inside = (a: Rectangle, b: Rectangle) =>
	a.x >= b.x && a.y >= b.y && a.x + a.width <= b.x + b.width && a.y + a.height <= b.y + b.height

const overlap = (a: Rectangle, b: Rectangle) =>
	Math.max(0, Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)) *
	Math.max(0, Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y))

const visible = (window: Rectangle, areas: Rectangle[]) => areas.reduce((sum, area) => sum + overlap(window, area), 0)

const rectangle = fc.record({
	x: fc.integer({ min: -9000, max: 9000 }),
	y: fc.integer({ min: -9000, max: 9000 }),
	width: fc.integer({ min: 1, max: 6000 }),
	height: fc.integer({ min: 1, max: 4000 }),
})
/** One to three screens side by side, of all sizes, the first one anywhere. */
const screens = fc
	.tuple(
		fc.integer({ min: -3000, max: 3000 }),
		fc.array(
			fc.record({
				y: fc.integer({ min: -500, max: 500 }),
				width: fc.integer({ min: 320, max: 3840 }),
				height: fc.integer({ min: 240, max: 2160 }),
			}),
			{ minLength: 1, maxLength: 3 },
		),
	)
	.map(([start, sizes]) => {
		let x = start
		const areas = sizes.map(({ y, width, height }) => {
			const area = { x, y, width, height }
			x += width
			return area
		})
		return areas as [Rectangle, ...Rectangle[]]
	})

describe('fitBounds', () => {
	it('centres a first window on the primary screen', () => {
		expect(fitBounds(null, [laptop, beside])).toEqual({ x: 80, y: 62, width: 1280, height: 800 })
	})

	it('keeps a window that spans two screens', () => {
		const across = { x: 1200, y: 100, width: 600, height: 500 }
		expect(fitBounds(across, [laptop, beside])).toEqual(across)
	})

	it('brings a window back whose screen is gone', () => {
		const fitted = fitBounds({ x: 2000, y: 100, width: 800, height: 600 }, [laptop])
		expect(inside(fitted, laptop)).toBe(true)
		expect([fitted.width, fitted.height]).toEqual([800, 600])
	})

	it('makes a window smaller where its screen is', () => {
		expect(fitBounds({ x: 0, y: 25, width: 2000, height: 1200 }, [laptop])).toEqual(laptop)
	})

	it('always gives a window that can be seen whole', () => {
		fc.assert(
			fc.property(fc.option(rectangle), screens, (saved, areas) => {
				const fitted = fitBounds(saved, areas)
				expect(visible(fitted, areas)).toBe(fitted.width * fitted.height)
			}),
		)
	})

	it('changes nothing that is fine, so fitting twice is fitting once', () => {
		fc.assert(
			fc.property(rectangle, screens, (saved, areas) => {
				fc.pre(areas.every(({ width, height }) => width >= smallestSize.width && height >= smallestSize.height))
				const once = fitBounds(saved, areas)
				expect(fitBounds(once, areas)).toEqual(once)
				const fine = saved.width >= smallestSize.width && saved.height >= smallestSize.height
				if (fine && visible(saved, areas) === saved.width * saved.height) expect(once).toEqual(saved)
			}),
		)
	})

	it('never goes below the smallest size, unless the screen does', () => {
		fc.assert(
			fc.property(rectangle, screens, (saved, areas) => {
				const fitted = fitBounds(saved, areas)
				const narrowest = Math.min(...areas.map(({ width }) => width))
				const lowest = Math.min(...areas.map(({ height }) => height))
				expect(fitted.width).toBeGreaterThanOrEqual(Math.min(smallestSize.width, narrowest))
				expect(fitted.height).toBeGreaterThanOrEqual(Math.min(smallestSize.height, lowest))
			}),
		)
	})

	it('stays on the screen that shows most of it', () => {
		fc.assert(
			fc.property(rectangle, screens, (saved, areas) => {
				const shown = areas.map((area) => overlap(saved, area))
				const most = Math.max(...shown)
				fc.pre(most > 0 && saved.width >= smallestSize.width && saved.height >= smallestSize.height)
				const fitted = fitBounds(saved, areas)
				expect(areas.some((area, at) => shown[at] === most && overlap(fitted, area) > 0)).toBe(true)
			}),
		)
	})
})
