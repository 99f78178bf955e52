/** Limits, backlogs and exams over a workspace. */
import { describe, expect, it } from 'vitest'
import { planFor } from '#backend/cards/plan.ts'
import { dayName } from '#domain/cards/calendar.ts'
import { studying } from '../../support/studying.ts'

const dayLength = 86_400_000

describe('a backlog after a break', () => {
	it('comes in portions that add up, what is known best first', async () => {
		const { study, sql, clock, rate, workspace } = await studying({ cards: 120 })
		const { day } = workspace.cards.moment()
		const late =
			'UPDATE card SET state = 2, due = ?1 - id % 10 - 3, last_day = ?1 - 40 - id % 7, stability = id, difficulty = 5, reps = 1'
		sql.run(late, day)
		workspace.store.changeSettings({ learningSteps: [], relearningSteps: [] })
		const first = study.next(undefined)
		expect(first).toMatchObject({ due: { review: 20 }, backlog: { cards: 120, perDay: 20, until: dayName(day + 5) } })
		const portions = []
		for (let days = 0; days < 6; days++) {
			let done = 0
			while (study.next(undefined).next) {
				rate('easy')
				done++
			}
			portions.push(done)
			if (days === 0) {
				const answered = sql.all('SELECT card FROM review').map(({ card }) => Number(card))
				// Stability is the id: those that last longest are known best.
				expect(Math.min(...answered)).toBeGreaterThan(90)
			}
			clock.pass(dayLength)
		}
		expect(portions.slice(0, 5)).toEqual([20, 20, 20, 20, 20])
		expect(sql.all('SELECT count(DISTINCT card) AS n FROM review')[0]?.n).toBe(120)
		expect(study.next(undefined).backlog).toBeUndefined()
	})

	it('is none when a day was missed', async () => {
		const { study, sql, workspace } = await studying({ cards: 120 })
		sql.run(
			'UPDATE card SET state = 2, due = ? - id % 2, stability = 5, difficulty = 5, reps = 1',
			workspace.cards.moment().day,
		)
		expect(study.next(undefined)).toMatchObject({ due: { review: 120 } })
		expect(study.next(undefined).backlog).toBeUndefined()
	})
})

describe('decks', () => {
	it('bind those below them, and a sitting takes those along', async () => {
		const { study, workspace, clock } = await studying({ cards: 30, deck: 'a::b' })
		const { decks, notes } = workspace.cards
		const parent = decks.add('a', { newPerDay: 8 }, clock.now())
		notes.create('c', [{ type: 'basic', fields: ['x', 'y'], tags: [], contentNotes: [] }], clock.now())
		expect(study.next([parent.id]).due.new).toBe(8)
		expect(study.next(undefined).due.new).toBe(9)
		expect(study.next([1]).next?.deckName).toBe('a::b')
		expect(() => study.next([77])).toThrow(expect.objectContaining({ code: 'NOT_FOUND' }))
	})
})

describe('an exam', () => {
	it('brings new cards in as they are needed, and each card back in the last days', async () => {
		const { study, sql, workspace, clock, rate } = await studying({ cards: 120 })
		const { cards } = workspace
		sql.run('PRAGMA synchronous = OFF')
		const { day } = cards.moment()
		const exam = day + 17
		const before = planFor(cards, { deck: 1, exam: dayName(exam) })
		expect(before).toMatchObject({ daysLeft: 17, newLeft: 120, newPerDay: 20 })
		cards.decks.change(1, { settings: { newPerDay: 2, exam: dayName(exam) } }, clock.now())
		const plan = planFor(cards, { deck: 1, exam: dayName(exam) })
		expect(plan.newPerDay).toBe(12)
		expect(plan.planned).toBeGreaterThan(plan.expected + 0.3)
		expect(plan.load.reduce((sum, load) => sum + load.new, 0)).toBe(120)
		expect(study.next(undefined).due.new).toBe(12)
		for (let days = 0; days < 17; days++) {
			while (study.next(undefined).next) rate('easy')
			clock.pass(dayLength)
		}
		expect(sql.all('SELECT count(*) AS n FROM card WHERE state = 0')[0]?.n).toBe(0)
		// Seen in the last week; what was new within it is fresh.
		expect(sql.all('SELECT min(last_day) AS last FROM card')[0]?.last).toBeGreaterThanOrEqual(exam - 7)
	})

	it('must lie ahead, and not years away', async () => {
		const { workspace } = await studying({ cards: 1 })
		for (const exam of ['2026-03-02', '2020-01-01', '2032-01-01'])
			expect(() => planFor(workspace.cards, { deck: 1, exam })).toThrow(
				expect.objectContaining({ code: 'BAD_REQUEST' }),
			)
	})
})
