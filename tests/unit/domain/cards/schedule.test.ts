/**
 * FSRS-6 as ts-fsrs publishes it, through our study days. The vectors are those of ts-fsrs's own tests
 * (open-spaced-repetition/ts-fsrs, packages/fsrs/__tests__/FSRS-6.test.ts at 32b6081 and
 * packages/fsrs/__tests__/impl/long-term_scheduler.test.ts at 50a07ba).
 */
import { describe, expect, it } from 'vitest'
import type { Rating } from '#contract/cards/study.ts'
import { defaultSettings } from '#contract/default-settings.ts'
import { startOfDay, studyDay } from '#domain/cards/calendar.ts'
import { type CardState, fsrsOf, type Knobs } from '#domain/cards/memory.ts'
import { isLeech, outcomesOf } from '#domain/cards/schedule.ts'

const fresh: CardState = {
	...{ state: 0, step: 0, stability: null, difficulty: null, interval: 0, reps: 0, lapses: 0, lastDay: null },
}
const calendar = { zone: 'America/New_York', dayStart: 4 }

/** Answers a card each time at the hour at which it is due, or `gaps` days after the answer before. */
function history(answers: readonly Rating[], { gaps, ...knobs }: Partial<Knobs> & { gaps?: number[] } = {}) {
	const fsrs = fsrsOf({ ...defaultSettings, ...knobs })
	let card = { id: 1, ...fresh }
	// Across both changes of the clock, at an hour of the evening.
	let at = Date.parse('2022-10-29T23:30:00Z')
	const seen = []
	for (const [index, rating] of answers.entries()) {
		const when = { at, day: studyDay(at, calendar), calendar }
		const { due, back, ...next } = outcomesOf(card, when, { fsrs })[rating]
		card = { id: 1, ...next }
		seen.push(next)
		const gap = gaps?.[index + 1]
		if (gap !== undefined) at = gap ? startOfDay(when.day + gap, calendar) + (index % 20) * 3_600_000 : at
		else at = next.state === 2 ? startOfDay(due, calendar) + 15 * 3_600_000 : due
	}
	return { intervals: seen.map(({ interval }) => interval), last: seen.at(-1), seen }
}

const goods = (count: number): Rating[] => Array.from({ length: count }, () => 'good')

describe('the vectors that ts-fsrs publishes', () => {
	it('ivl_history of FSRS-6', () => {
		const { intervals } = history([...goods(6), 'again', 'again', ...goods(5)])
		expect(intervals).toEqual([0, 2, 11, 46, 163, 498, 0, 0, 2, 4, 7, 12, 21])
	})

	it('memory state of FSRS-6', () => {
		const { last } = history(['again', ...goods(5)], { gaps: [0, 0, 1, 3, 8, 21] })
		expect(last?.stability).toBeCloseTo(53.62691, 4)
		expect(last?.difficulty).toBeCloseTo(6.3574867, 4)
	})

	it('the first answers', () => {
		const each = (['again', 'hard', 'good', 'easy'] as const).map((rating) => history([rating]).last)
		expect(each.map((card) => card?.stability)).toEqual([0.212, 1.2931, 2.3065, 8.2956])
		expect(each.map((card) => card?.difficulty)).toEqual([6.4133, 5.11217071, 2.11810397, 1])
		expect(each.map((card) => card?.interval)).toEqual([0, 0, 0, 8])
		expect(each.map((card) => card?.state)).toEqual([1, 1, 1, 2])
	})
})

describe('steps', () => {
	const at = (iso: string) => ({ at: Date.parse(iso), day: studyDay(Date.parse(iso), calendar), calendar })
	const parts = { fsrs: fsrsOf(defaultSettings) }

	it('are minutes within the day', () => {
		const { again, hard, good } = outcomesOf({ id: 1, ...fresh }, at('2026-11-22T12:00:00Z'), parts)
		expect([again.back, hard.back, good.back]).toEqual([{ minutes: 1 }, { minutes: 6 }, { minutes: 10 }])
		expect(good.due).toBe(Date.parse('2026-11-22T12:10:00Z'))
	})

	it('that lead past the rollover are due from the beginning of the next day', () => {
		const when = at('2026-11-22T08:55:00Z')
		const { again, good } = outcomesOf({ id: 1, ...fresh }, when, parts)
		expect(again.back).toEqual({ minutes: 1 })
		expect(good).toMatchObject({ back: { days: 1 }, due: Date.parse('2026-11-22T09:00:00Z'), state: 1 })
	})

	it('none: the first answer makes a review', () => {
		const fsrs = fsrsOf({ ...defaultSettings, learningSteps: [], relearningSteps: [] })
		const { again, good } = outcomesOf({ id: 1, ...fresh }, at('2026-11-22T12:00:00Z'), { ...parts, fsrs })
		expect([again.back, good.state]).toEqual([{ days: 1 }, 2])
	})
})

describe('a card that came without a memory', () => {
	it('is scheduled by its interval', () => {
		const card = { id: 1, ...fresh, state: 2, interval: 40, reps: 5, lastDay: 20_000 }
		const { good } = outcomesOf(card, { at: 0, day: 20_040, calendar }, { fsrs: fsrsOf(defaultSettings) })
		expect(good.interval).toBeGreaterThan(40)
		expect(good.stability).toBeGreaterThan(40)
	})
})

describe('leeches', () => {
	it('at so many lapses, and again after each half of as many', () => {
		expect(Array.from({ length: 18 }, (_, lapses) => lapses).filter((lapses) => isLeech(lapses, 8))).toEqual([
			8, 12, 16,
		])
		expect([5, 6, 7, 8, 9, 10, 11].filter((lapses) => isLeech(lapses, 5))).toEqual([5, 8, 11])
	})
})
