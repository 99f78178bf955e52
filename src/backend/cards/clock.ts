/** The time of the reader who studies: the instant, and the study day of their calendar. */
import type { Settings } from '#contract/workspace.ts'
import { type Calendar, studyDay } from '#domain/cards/calendar.ts'

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
	calendar: Calendar
}

export function momentOf(clock: Clock, { dayStart }: Pick<Settings, 'dayStart'>): Moment {
	const calendar = { zone: clock.zone(), dayStart }
	const at = clock.now()
	return { at, day: studyDay(at, calendar), calendar }
}
