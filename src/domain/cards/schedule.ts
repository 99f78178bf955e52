/** What an answer does to a card. */
import { type FSRS, State } from 'ts-fsrs'
import type { Interval, Rating } from '#contract/cards/study.ts'
import { ratings } from '#contract/cards/words.ts'
import { type Calendar, startOfDay, studyDay } from './calendar.ts'
import { chanceOf } from './chance.ts'
import { type Ahead, chosenInterval, rangeOf } from './days.ts'
import { type CardState, elapsedDays, minutesUntil, recalled } from './memory.ts'

/** When a card is answered. */
export interface When {
	/** Milliseconds since 1970. */
	at: number
	/** The study day, in days since 1970. */
	day: number
	calendar: Calendar
}

export interface Outcome extends CardState {
	/** Learning: milliseconds since 1970. Review: the study day. */
	due: number
	/** The same in words of a button. */
	back: Interval
}

/** FSRS counts ratings from 1. */
export const gradeOf = (rating: Rating): 1 | 2 | 3 | 4 => (ratings.indexOf(rating) + 1) as 1 | 2 | 3 | 4

/**
 * @param id the card's; with the number of its reviews it is what its chance hangs on
 * @param ahead what a day is chosen by; without it intervals are exactly FSRS's
 * @returns what each answer would do now. The same is done by answering, as long as nothing else changes what lies ahead.
 */
export function outcomesOf(
	card: CardState & { id: number },
	when: When,
	{ fsrs, ahead }: { fsrs: FSRS; ahead?: Ahead },
): Record<Rating, Outcome> {
	const { day } = when
	const elapsed = elapsedDays(card, day)
	const log = recalled(card, day, fsrs)
	let atLeast = 0
	const outcome = (rating: Rating): Outcome => {
		const { card: next } = log[gradeOf(rating)]
		const common = {
			stability: next.stability,
			difficulty: next.difficulty,
			reps: card.reps + 1,
			lapses: next.lapses,
			lastDay: day,
		}
		if (next.state !== State.Review)
			return { ...common, state: next.state, step: next.learning_steps, interval: 0, ...stepped(next.due, when) }
		const chance = chanceOf(card.id, card.reps, gradeOf(rating))
		const interval = ahead
			? chosenInterval(rangeOf(next.scheduled_days, elapsed, day, ahead.exam), day, ahead, { atLeast, chance })
			: next.scheduled_days
		atLeast = interval + 1
		// A step of a day or more is an interval; what was learned starts over with the first step.
		return { ...common, state: State.Review, step: 0, interval, due: day + interval, back: { days: interval } }
	}
	return Object.fromEntries(ratings.map((rating) => [rating, outcome(rating)])) as Record<Rating, Outcome>
}

/** A step is real minutes. One that leads past the end of the study day is due from the beginning of the day that it leads to, as Anki has it. */
function stepped(due: Date, { at, day, calendar }: When): Pick<Outcome, 'due' | 'back'> {
	const minutes = minutesUntil(due, day)
	const then = at + minutes * 60_000
	const thatDay = studyDay(then, calendar)
	if (thatDay <= day) return { due: then, back: { minutes } }
	return { due: startOfDay(thatDay, calendar), back: { days: thatDay - day } }
}

/** @returns whether this lapse makes a leech: at so many, and again after each half of as many. */
export const isLeech = (lapses: number, leechAfter: number): boolean =>
	lapses >= leechAfter && (lapses - leechAfter) % Math.ceil(leechAfter / 2) === 0
