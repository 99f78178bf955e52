/** Anki counts days from the day on which a collection was made; ours count from 1970. */
import { Temporal } from 'temporal-polyfill'
import { type Calendar, dayNamed, startOfDay } from '#domain/cards/calendar.ts'
import type { AnkiWorld } from './schema11.ts'

/** Study days of many moments: found between the beginnings of days, of which there are few. */
export function studyDays(calendar: Calendar): (at: number) => number {
	const startOf = dayStarts(calendar)
	return (at) => {
		let day = Math.floor(at / 86_400_000)
		while (startOf(day) > at) day--
		while (startOf(day + 1) <= at) day++
		return day
	}
}

/** Beginnings of study days, each asked for once. */
export const dayStarts = (calendar: Calendar): ((day: number) => number) =>
	remembering((day) => startOfDay(day, calendar))

function remembering(work: (key: number) => number): (key: number) => number {
	const known = new Map<number, number>()
	return (key) => {
		const value = known.get(key) ?? work(key)
		known.set(key, value)
		return value
	}
}

/** @returns the study day that Anki calls 0: the date on which the collection was made, where it was made. */
export function firstDay({ created, westward }: Pick<AnkiWorld, 'created' | 'westward'>, { zone }: Calendar): number {
	const at = Number.isFinite(created) && Math.abs(created) < 1e11 ? created : 0
	if (westward !== undefined) return Math.floor((at - westward * 60) / 86_400)
	return dayNamed(
		Temporal.Instant.fromEpochMilliseconds(at * 1000)
			.toZonedDateTimeISO(zone)
			.toPlainDate()
			.toString(),
	)
}
