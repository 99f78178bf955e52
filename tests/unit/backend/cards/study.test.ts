import { describe, expect, it } from 'vitest'
import type { Rating } from '#contract/cards/study.ts'
import { ratings } from '#contract/cards/words.ts'
import { dumpOf, studying } from '../../support/studying.ts'

describe('a sitting', () => {
	it('shows new cards with what each answer would do', async () => {
		const { study } = await studying({ cards: 3 })
		expect(study.next(undefined)).toMatchObject({
			due: { new: 3, learning: 0, review: 0 },
			next: {
				state: 'new',
				deckName: 'Deck',
				face: { front: 'front 0', back: 'back' },
				choices: {
					again: { minutes: 1 },
					hard: { minutes: 6 },
					good: { minutes: 10 },
					easy: { days: expect.any(Number) },
				},
			},
			canUndo: false,
		})
	})

	it('goes from new cards to steps to the end, and says when to come back', async () => {
		const { study, clock, rate } = await studying({ cards: 2 })
		rate('good')
		rate('good')
		// Both are due within 20 minutes, and nothing else is left.
		expect(study.next(undefined).next?.state).toBe('learning')
		rate('good')
		rate('again')
		clock.pass(60_000)
		expect(rate('hard').waitUntil).toBeUndefined()
		expect(rate('easy')).toMatchObject({ due: { new: 0, learning: 0, review: 0 }, next: null })
	})

	it('waits for a step that is far off', async () => {
		const { rate, clock, workspace } = await studying({ cards: 1 })
		workspace.store.changeSettings({ learningSteps: [60] })
		expect(rate('again')).toMatchObject({ next: null, waitUntil: clock.now() + 3_600_000, due: { learning: 1 } })
		clock.pass(3_600_000)
		expect(rate('good').next).toBeNull()
	})

	it('refuses an answer to what has been answered or taken out since', async () => {
		const { study, sql } = await studying({ cards: 2 })
		const { next } = study.next(undefined)
		const answer = { card: next?.card ?? 0, rating: 'good' as const, reps: 0, took: 900 }
		study.answer(undefined, answer)
		expect(() => study.answer(undefined, answer)).toThrow(expect.objectContaining({ code: 'CONFLICT' }))
		expect(() => study.answer(undefined, { ...answer, card: 99 })).toThrow(
			expect.objectContaining({ code: 'NOT_FOUND' }),
		)
		sql.run('UPDATE card SET hold = 1 WHERE id = 2')
		expect(() => study.answer(undefined, { ...answer, card: 2 })).toThrow(expect.objectContaining({ code: 'CONFLICT' }))
		expect(sql.all('SELECT count(*) AS n FROM review')).toEqual([{ n: 1 }])
	})

	it('keeps siblings apart, until the next day', async () => {
		const { study, rate, clock } = await studying({ cards: 2, type: 'basic-reversed' })
		expect(study.next(undefined).due.new).toBe(4)
		expect(rate('easy').due.new).toBe(2)
		expect(rate('easy')).toMatchObject({ due: { new: 0 }, next: null })
		clock.pass(86_400_000)
		expect(study.next(undefined).due.new).toBe(2)
	})

	it('mixes reviews and new cards evenly', async () => {
		const { sql, rate, study } = await studying({ cards: 9 })
		sql.run('UPDATE card SET state = 2, due = 1, last_day = 0, stability = 5, difficulty = 5, reps = 1 WHERE id <= 6')
		const states = [study.next(undefined).next?.state]
		while (states.length < 9) states.push(rate('easy').next?.state)
		expect(states.join(' ')).toBe('review new review review new review review new review')
	})
})

describe('an answer', () => {
	it.each(ratings)('does what the button said: %s', async (rating) => {
		const { study, sql, clock, rate } = await studying({ cards: 1 })
		for (const before of ['good', 'good', 'good', 'again', 'good', 'easy', 'hard'] satisfies Rating[]) {
			const { next } = study.next(undefined)
			expect(next).not.toBeNull()
			const said = next?.choices[rating]
			rate(rating)
			const [card] = sql.all('SELECT state, due, last_at, last_day FROM card')
			const days = Number(card?.due) - Number(card?.last_day)
			const minutes = (Number(card?.due) - Number(card?.last_at)) / 60_000
			expect(said).toEqual(card?.state === 2 ? { days } : { minutes })
			study.undo(undefined)
			rate(before)
			while (!study.next(undefined).next) clock.pass(86_400_000)
		}
	})

	it.each(ratings)('is undone to the bit: %s', async (rating) => {
		const { study, sql, clock, rate, workspace } = await studying({ cards: 14, type: 'basic-reversed' })
		// Among them some that are due for a review, on the brink of being leeches.
		sql.run(
			`UPDATE card SET state = 2, due = ?1, interval = 30, last_day = ?1 - 30, stability = 30, difficulty = 5, reps = 9,
			 lapses = 7, last_at = 1 WHERE id % 8 = 1`,
			workspace.cards.moment().day,
		)
		study.next(undefined)
		for (let turn = 0; turn < 12; turn++) {
			const before = dumpOf(sql)
			const shown = study.next(undefined).next
			rate(rating)
			expect(dumpOf(sql)).not.toEqual(before)
			const { next, canUndo } = study.undo(undefined)
			expect(dumpOf(sql)).toEqual(before)
			expect(next).toEqual(shown)
			expect(canUndo).toBe(turn > 0)
			rate(ratings[(turn * 7 + ratings.indexOf(rating)) % 4] ?? 'good')
			// Never past the day's end: what a new day does is not the answer's.
			clock.pass(turn % 2 ? 900_000 : 4_000)
		}
	})

	it('makes a leech of a card that is forgotten again and again', async () => {
		const { study, sql, rate, clock } = await studying({ cards: 1 })
		const answers = []
		for (let lapse = 0; lapse < 8; lapse++) {
			sql.run('UPDATE card SET state = 2, due = 1, last_day = 0, stability = 5, difficulty = 5, hold = 0')
			clock.pass(60_000)
			answers.push(rate('again').leech)
		}
		expect(answers).toEqual([...Array(7).fill(false), true])
		expect(sql.all('SELECT hold, leech, lapses FROM card')).toEqual([{ hold: 1, leech: 1, lapses: 8 }])
		expect(study.next(undefined).next).toBeNull()
		expect(study.undo(undefined).next).toMatchObject({ state: 'review' })
		expect(sql.all('SELECT hold, leech, lapses FROM card')).toEqual([{ hold: 0, leech: 0, lapses: 7 }])
	})
})

describe('undo', () => {
	it('works after a restart, one review at a time, down to the first', async () => {
		const { rate, reopen } = await studying({ cards: 3 })
		for (const rating of ['good', 'easy', 'again'] as const) rate(rating)
		const { study, sql } = await reopen()
		for (const reviews of [2, 1, 0]) {
			expect(study.undo(undefined).next).toMatchObject({ state: 'new' })
			expect(sql.all('SELECT count(*) AS n FROM review')).toEqual([{ n: reviews }])
		}
		expect(() => study.undo(undefined)).toThrow(expect.objectContaining({ code: 'NOT_FOUND' }))
	})

	it('reaches back to yesterday, no further', async () => {
		const { study, sql, rate, clock } = await studying({ cards: 1 })
		rate('easy')
		clock.pass(86_400_000)
		expect(study.next(undefined).canUndo).toBe(true)
		clock.pass(86_400_000)
		expect(study.next(undefined).canUndo).toBe(false)
		expect(sql.all('SELECT count(*) AS n FROM review WHERE before IS NOT NULL')).toEqual([{ n: 0 }])
	})

	it('leaves alone what else became of the card and its siblings', async () => {
		const { study, sql, rate, workspace } = await studying({ cards: 1, type: 'basic-reversed' })
		rate('good')
		sql.run('UPDATE card SET hold = 1 WHERE id = 2')
		workspace.cards.notes.change(1, { tags: ['kept'] }, 1)
		study.undo(undefined)
		expect(sql.all('SELECT hold, reps FROM card ORDER BY id')).toEqual([
			{ hold: 0, reps: 0 },
			{ hold: 1, reps: 0 },
		])
		expect(workspace.cards.notes.byId(1).tags).toEqual(['kept'])
		rate('good')
		workspace.cards.notes.remove([1], 2)
		expect(study.next(undefined).canUndo).toBe(false)
	})

	it('takes a leech back once it is worded anew, not for its tags', async () => {
		const { cards, study, sql } = await studying({ cards: 1 })
		sql.run('UPDATE card SET state = 2, due = 1, last_day = 0, stability = 5, difficulty = 5, hold = 1, leech = 1')
		const { id } = sql.all('SELECT id FROM card_note')[0] ?? {}
		cards.notes.change({ id: Number(id), tags: ['hard'] })
		expect(study.next(undefined).next).toBeNull()
		cards.notes.change({ id: Number(id), fields: ['Shorter', 'Words'] })
		expect(study.next(undefined).next).toMatchObject({ state: 'review' })
		expect(sql.all('SELECT hold, leech FROM card')).toEqual([{ hold: 0, leech: 0 }])
	})
})
