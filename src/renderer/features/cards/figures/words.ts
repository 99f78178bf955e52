/** Days, spans and shares of statistics, as people write them. */

const short = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', timeZone: 'UTC' })
const weekdays = new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' })
const number = new Intl.NumberFormat('en-GB')

/** @param day as in the contract: `2026-11-22` */
export const dateOf = (day: string): Date => new Date(`${day}T00:00:00Z`)
/** @returns `22 November` */
export const dayWords = (day: string): string => short.format(dateOf(day))
/** @returns `Sunday 22 November` */
export const weekdayWords = (day: string): string => weekdays.format(dateOf(day)).replace(',', '')
/** @returns a day so many days on. */
export const dayAfter = (day: string, days: number): Date => new Date(dateOf(day).getTime() + days * 86_400_000)

/** Bars are calm, and still three times as dark as the sheet. */
export const soft = 0.75

export const counted = (count: number): string => number.format(count)
/** @returns `91 %` */
export const percent = (share: number): string => `${Math.round(share * 100)} %`

/** @param time in milliseconds. @returns `2 h 10 min`, `4 min`, `35 s` */
export function spanOf(time: number): string {
	const minutes = Math.round(time / 60_000)
	if (minutes < 1) return `${Math.round(time / 1000)} s`
	if (minutes < 60) return `${minutes} min`
	return minutes % 60 ? `${counted(Math.floor(minutes / 60))} h ${minutes % 60} min` : `${counted(minutes / 60)} h`
}

/** @returns the longest row of days one after the other. */
export function longestRun(days: readonly string[]): number {
	let [best, run, last] = [0, 0, Number.NaN]
	for (const day of days) {
		const at = dateOf(day).getTime()
		run = at - last === 86_400_000 ? run + 1 : 1
		best = Math.max(best, run)
		last = at
	}
	return best
}
