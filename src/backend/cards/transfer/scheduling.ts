/** Where a card of Anki stands, in our words. Anki's are told in its manual and in rslib/src/card of ankitects/anki. */
import { z } from '#contract/jitless.ts'
import type { Calendar } from '#domain/cards/calendar.ts'
import type { ForeignRow } from './collection.ts'
import { dayStarts, studyDays } from './days.ts'
import type { IncomingCard, IncomingReview, Standing } from './incoming.ts'
import { memories } from './memory.ts'

export interface ScheduleOf {
	calendar: Calendar
	/** The study day that the collection counts from. */
	firstDay: number
	parameters: readonly number[]
	/** How many learning and relearning steps the reader has. */
	steps: { learning: number; relearning: number }
}

/** Anki's types of cards; its queues repeat them where a card is in none of the special ones. */
const types = { new: 0, learning: 1, review: 2, relearning: 3 } as const
const queues = { suspended: -1, buried: [-2, -3], learning: 1, review: 2, dayLearning: 3 } as const

/** What newer versions keep of FSRS in a card's `data`. */
const Data = z.looseObject({
	s: z.number().positive().optional().catch(undefined),
	d: z.number().min(1).max(10).optional().catch(undefined),
	lrt: z.number().positive().optional().catch(undefined),
})

const number = (value: unknown): number => {
	const found = Number(value)
	return Number.isSafeInteger(found) ? found : 0
}
const between = (value: number, least: number, most: number): number => Math.min(most, Math.max(least, value))
/** Days in which a date of JavaScript can lie. */
const day = (value: number): number => between(value, -100_000, 100_000)

/** @returns how cards and reviews of one collection are read. */
export function scheduleReader({ calendar, firstDay, parameters, steps }: ScheduleOf) {
	const [dayOf, startOf, memory] = [studyDays(calendar), dayStarts(calendar), memories(parameters)]

	function remembered(
		row: ForeignRow,
		all: IncomingReview[],
		state: number,
		lastAt: number | undefined,
		since: number,
	) {
		const { s, d } = dataOf(row)
		if (s !== undefined && d !== undefined) return { stability: s, difficulty: d }
		const [ease, interval] = [number(row.factor) / 1000, number(row.ivl)]
		const reviews = all.filter(({ at }) => at > since)
		const whole = reviews[0] !== undefined && reviews[0].state < 2
		if (whole || (reviews.length && lastAt !== undefined && state !== types.review))
			return memory.replayed(reviews, dayOf)
		// A history without its beginning: what SM-2 knew at its end is more than what can be played again.
		return state === types.review && interval > 0 && ease > 1 ? memory.fromSm2(ease, interval) : undefined
	}

	function standing(row: ForeignRow, reviews: IncomingReview[], since: number): Standing | undefined {
		const queue = number(row.queue)
		const type = number(row.type)
		if (type < types.learning || type > types.relearning) return undefined
		// In the first scheduler a card that is learned again is one of review in the queue of learning.
		const state = type === types.review && queue === queues.learning ? types.relearning : (type as 1 | 2 | 3)
		// What is due somewhere else, or learned again while suspended, is due by itself at another time.
		const aside = number(row.odue) && (number(row.odid) || number(row.due) > 1e9)
		const asked = aside && state === types.review ? number(row.odue) : number(row.due)
		const interval = between(number(row.ivl), 0, 36_500)
		const last = reviews.at(-1)?.at ?? (dataOf(row).lrt ?? 0) * 1000
		const due = state === types.review ? day(firstDay + asked) : learningDue(asked)
		const lastAt = last || (state === types.review ? startOf(due - interval) : number(row.mod) * 1000)
		const left = number(row.left) % 1000
		const known = remembered(row, reviews, state, last || undefined, since)
		return {
			state,
			due,
			step: state === types.review ? 0 : Math.max(0, stepsOf(state) - left),
			stability: known?.stability ?? null,
			difficulty: known?.difficulty ?? null,
			interval,
			reps: Math.max(number(row.reps), 0),
			lapses: Math.max(number(row.lapses), 0),
			lastAt,
			lastDay: dayOf(lastAt),
		}
	}

	const stepsOf = (state: number) => (state === types.relearning ? steps.relearning : steps.learning)
	/** Seconds since 1970 within a day, days beyond it. */
	const learningDue = (due: number): number => (due > 1e9 ? Math.min(due, 1e11) * 1000 : startOf(day(firstDay + due)))

	return {
		/** @param since when it was last made new again; what came before is history alone */
		card(row: ForeignRow, deck: string, reviews: IncomingReview[], since = 0): IncomingCard {
			const queue = number(row.queue)
			const at = standing(row, reviews, since)
			return {
				ordinal: between(number(row.ord), 0, 499),
				deck,
				position: Math.max(0, number(number(row.odid) ? row.odue : row.due)),
				...(at ? { standing: at } : {}),
				suspended: queue === queues.suspended,
				buried: queues.buried.some((each) => each === queue),
				reviews,
				created: number(row.id),
			}
		},
		review: reviewOf,
	}
}

const dataOf = (row: ForeignRow): z.infer<typeof Data> => {
	try {
		return Data.parse(JSON.parse(String(row.data || '{}')))
	} catch {
		return {}
	}
}

/** Kinds of rows in a history of reviews, beside learning, review and relearning. */
const kinds = { filtered: 3, manual: 4 } as const

/** @returns whether a card was made new again there: what came before is forgotten. */
export const isReset = (row: ForeignRow): boolean => number(row.type) === kinds.manual && !number(row.factor)

/** @returns a review, or undefined where a card was moved by hand and not answered, or crammed, which changes nothing. */
export function reviewOf(row: ForeignRow): IncomingReview | undefined {
	const [rating, type, interval] = [number(row.ease), number(row.type), number(row.ivl)]
	const at = number(row.id)
	if (type === kinds.filtered && !number(row.factor)) return undefined
	if (rating < 1 || rating > 4 || type > kinds.filtered || at <= 0 || at > 8e15) return undefined
	return {
		at,
		rating,
		// Learning, review, relearning; a review ahead of its day is a review.
		state: [1, 2, 3, 2][type] ?? 2,
		// Seconds, within a day, are negative.
		interval: interval < 0 ? 0 : between(interval, 0, 36_500),
		took: between(number(row.time), 0, 3_600_000),
	}
}
