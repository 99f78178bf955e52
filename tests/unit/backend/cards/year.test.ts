/** A year of studying every day at wild hours, in zones that change their clocks: no card comes a day early or late. */
import { describe, expect, it } from 'vitest'
import { forecast } from '#backend/cards/forecast.ts'
import { ratings } from '#contract/cards/words.ts'
import { dayNamed, startOfDay } from '#domain/cards/calendar.ts'
import { chanceOf } from '#domain/cards/chance.ts'
import { studying } from '../../support/studying.ts'

const dayStart = 4

/** The study day by the clock on the wall, told without the code that is tested. */
function dayOnTheWall(at: number, zone: string): number {
	const parts = new Intl.DateTimeFormat('en-CA', {
		timeZone: zone,
		dateStyle: 'short',
		timeStyle: 'short',
		hourCycle: 'h23',
	})
		.format(at)
		.match(/^(\d{4}-\d{2}-\d{2}), (\d{2})/)
	return dayNamed(parts?.[1] ?? '') - (Number(parts?.[2]) < dayStart ? 1 : 0)
}

describe.each(['Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe'])('a year in %s', (zone) => {
	it('brings each card on its day, counts each day once, and lets no count jump', { timeout: 120_000 }, async () => {
		const from = dayNamed('2026-01-15')
		const iso = (at: number) => new Date(at).toISOString()
		const calendar = { zone, dayStart }
		const { study, sql, clock, workspace } = await studying({ cards: 200, zone, from: iso(startOfDay(from, calendar)) })
		workspace.cards.decks.change(1, { settings: { newPerDay: 1 } }, clock.now())
		// What is on disk after a loss of power is not asked here.
		sql.run('PRAGMA synchronous = OFF')
		const studied = new Set<number>()
		let expected: number | undefined
		for (let day = from; day < from + 365; day++) {
			// From the first minute of the day to half an hour before its end.
			const [start, end] = [startOfDay(day, calendar), startOfDay(day + 1, calendar)]
			clock.set(iso(start + Math.floor(chanceOf(day, zone.length) ** 0.5 * (end - start - 30 * 60_000))))
			const deck = study.loads().get(1)
			if (expected !== undefined) expect([day, deck?.due]).toEqual([day, expected])
			expect(deck?.late).toBe(0)
			for (;;) {
				const { next, waitUntil } = study.next(undefined)
				if (!next && (waitUntil === undefined || waitUntil >= end)) break
				if (!next) clock.set(iso(waitUntil ?? 0))
				else {
					const [card] = sql.all('SELECT due FROM card WHERE id = ?', next.card)
					expect(dayOnTheWall(clock.now(), zone)).toBe(day)
					if (next.state === 'review') expect([next.card, card?.due]).toEqual([next.card, day])
					const { reps } = next
					const rating = ratings[Math.floor(chanceOf(next.card, reps) ** 0.4 * 4)] ?? 'good'
					study.answer(undefined, { card: next.card, rating, reps, took: 2000 })
					studied.add(day)
					clock.pass(5_000)
				}
			}
			expect(study.loads().get(1)?.due).toBe(0)
			expected = forecast(sql, workspace.cards.moment(), 2)[1]?.review
		}
		const days = sql.all('SELECT DISTINCT day FROM review ORDER BY day').map((row) => row.day)
		expect(days).toEqual([...studied].sort((a, b) => a - b))
		expect(days.length).toBeGreaterThan(250)
		expect(sql.all('SELECT count(*) AS n FROM review WHERE state = 2')[0]?.n).toBeGreaterThan(250)
	})
})
