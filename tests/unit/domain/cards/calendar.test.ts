import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayName, dayNamed, startOfDay, studyDay, weekday } from '#domain/cards/calendar.ts'

const at = (iso: string) => Date.parse(iso)
const berlin = { zone: 'Europe/Berlin', dayStart: 4 }

describe('a study day', () => {
	it('begins at the chosen hour of the clock on the wall', () => {
		expect(dayName(studyDay(at('2026-11-22T02:59:59Z'), berlin))).toBe('2026-11-21')
		expect(dayName(studyDay(at('2026-11-22T03:00:00Z'), berlin))).toBe('2026-11-22')
	})

	it('begins at that hour on the days when the clock changes too', () => {
		expect(new Date(startOfDay(dayNamed('2026-03-29'), berlin)).toISOString()).toBe('2026-03-29T02:00:00.000Z')
		expect(new Date(startOfDay(dayNamed('2026-10-25'), berlin)).toISOString()).toBe('2026-10-25T03:00:00.000Z')
		expect(dayName(studyDay(at('2026-10-25T02:59:00Z'), berlin))).toBe('2026-10-24')
	})

	it('begins after the leap where the clock leaps over its hour', () => {
		const leaping = { zone: 'Europe/Berlin', dayStart: 2 }
		const start = startOfDay(dayNamed('2026-03-29'), leaping)
		expect(new Date(start).toISOString()).toBe('2026-03-29T01:00:00.000Z')
		expect(dayName(studyDay(start, leaping))).toBe('2026-03-29')
		expect(dayName(studyDay(start - 1, leaping))).toBe('2026-03-28')
	})

	it.each([0, 4, 23])('agrees with its beginning where a whole date was left out, at %d hours', (dayStart) => {
		const samoa = { zone: 'Pacific/Apia', dayStart }
		for (let when = at('2011-12-28T00:00:00Z'); when < at('2012-01-02T00:00:00Z'); when += 1_800_000) {
			const day = studyDay(when, samoa)
			expect(startOfDay(day, samoa)).toBeLessThanOrEqual(when)
			expect(startOfDay(day + 1, samoa)).toBeGreaterThan(when)
		}
	})

	const zones = ['Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'Pacific/Apia', 'UTC']
	it('holds each moment between its beginning and the next one’s, in any zone, at any hour', () => {
		const moment = fc.integer({ min: at('2015-01-01T00:00:00Z'), max: at('2035-01-01T00:00:00Z') })
		fc.assert(
			fc.property(moment, fc.constantFrom(...zones), fc.integer({ min: 0, max: 23 }), (when, zone, dayStart) => {
				const calendar = { zone, dayStart }
				const day = studyDay(when, calendar)
				expect(startOfDay(day, calendar)).toBeLessThanOrEqual(when)
				expect(startOfDay(day + 1, calendar)).toBeGreaterThan(when)
			}),
		)
	})

	it('has a name and a weekday', () => {
		expect(dayName(dayNamed('2024-02-29'))).toBe('2024-02-29')
		expect(weekday(dayNamed('2026-11-23'))).toBe(0)
		expect(weekday(dayNamed('2026-11-22'))).toBe(6)
		expect(weekday(-4)).toBe(6)
	})
})
