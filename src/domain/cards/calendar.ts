/** Study days: days of the reader’s calendar that begin at a chosen hour of the clock on the wall. */
import { Temporal } from 'temporal-polyfill'

export interface Calendar {
	/** IANA name of the time zone, `Europe/Berlin`. */
	zone: string
	/** Hour at which a new day begins, 0 to 23. */
	dayStart: number
}

const dayLength = 86_400_000

/**
 * @param at milliseconds since 1970, UTC
 * @returns the study day, in days since 1970-01-01. What counts is the clock on the wall: a day that is an hour longer or
 *   shorter is still one day.
 */
export function studyDay(at: number, { zone, dayStart }: Calendar): number {
	const wall = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDateTime()
	return ordinal(wall.subtract({ hours: dayStart }).toPlainDate())
}

/**
 * @returns when a study day begins, in milliseconds since 1970; where the clock leaps over the hour, the moment after the leap.
 *   `studyDay` agrees with it, even where a whole date was left out (Samoa, 2011-12-30).
 */
export function startOfDay(day: number, { zone, dayStart }: Calendar): number {
	const date = dateOf(day)
	const start = date.toZonedDateTime({ timeZone: zone, plainTime: { hour: dayStart } })
	if (start.hour === dayStart && start.day === date.day) return start.epochMilliseconds
	const leap = start.add({ milliseconds: 1 }).getTimeZoneTransition('previous')
	return (leap ?? start).epochMilliseconds
}

/** @returns a day as it is written, `2026-11-22`. */
export const dayName = (day: number): string => new Date(day * dayLength).toISOString().slice(0, 10)

/** @param name a day as it is written */
export const dayNamed = (name: string): number => Math.floor(Date.parse(`${name}T00:00:00Z`) / dayLength)

/** @returns 0 for Monday to 6 for Sunday. */
export const weekday = (day: number): number => (((day + 3) % 7) + 7) % 7

const epoch = Temporal.PlainDate.from('1970-01-01')
const ordinal = (date: Temporal.PlainDate): number => epoch.until(date, { largestUnit: 'day' }).days
const dateOf = (day: number): Temporal.PlainDate => epoch.add({ days: day })
