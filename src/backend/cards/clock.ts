/** The time of the reader who studies: the instant, and the study day of their calendar. */
import type { Settings } from '#contract/workspace.ts'
import { type Calendar, startOfDay, studyDay } from '#domain/cards/calendar.ts'

/** Where the time comes from; tests have one of their own. */
export interface Clock {
	/** Milliseconds since 1970, UTC. */
	now(): number
	/** IANA name of the time zone. */
	zone(): string
}

export const systemClock: Clock = {
	now: Date.now,
	zone: () => new Intl.DateTimeFormat().resolvedOptions().timeZone,
}

/** A moment of studying. */
export interface Moment {
	at: number
	/** The study day, in days since 1970. */
	day: number
	/** When it ends, in milliseconds since 1970. */
	end: number
	calendar: Calendar
}

/** @param last a moment that may be of the same day: asking the calendar takes longer than most of what is asked of the cards */
export function momentOf(clock: Clock, { dayStart }: Pick<Settings, 'dayStart'>, last?: Moment): Moment {
	const calendar = { zone: clock.zone(), dayStart }
	const at = clock.now()
	const isSame = last?.calendar.zone === calendar.zone && last.calendar.dayStart === dayStart
	if (isSame && last.at <= at && at < last.end) return { ...last, at }
	const day = studyDay(at, calendar)
	return { at, day, end: startOfDay(day + 1, calendar), calendar }
}
