import { fsrs } from 'ts-fsrs'
import { describe, expect, it } from 'vitest'
import { howOften } from '#domain/cards/effort.ts'

describe('what a desired retention costs', () => {
	const { w } = fsrs().parameters
	const own = w.map((value, index) => (index === 20 ? 0.3 : value))

	it.each([
		[0.7, []],
		[0.9, []],
		[0.97, []],
		[0.95, own],
	])('at %d is what FSRS’s own intervals say', (retention, parameters) => {
		const modifier = (share: number) =>
			fsrs({ request_retention: share, ...(parameters.length ? { w: parameters } : {}) }).calculate_interval_modifier(
				share,
			)
		expect(howOften(retention, parameters)).toBeCloseTo(modifier(0.9) / modifier(retention), 4)
	})
})
