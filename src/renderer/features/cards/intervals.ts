/** How long until a card comes back, as it stands on a button and as it is said. */
import type { Interval } from '#contract/cards/study.ts'

/** @returns `10 minutes`, `4 days`, `2.5 months`; whole words, for a button is heard as well. */
export function intervalLabel(interval: Interval): string {
	if ('minutes' in interval) {
		const minutes = Math.round(interval.minutes)
		return minutes < 1 ? 'under a minute' : minutes < 60 ? amount(minutes, 'minute') : amount(minutes / 60, 'hour')
	}
	const { days } = interval
	if (days < 31) return amount(days, 'day')
	return days < 365 ? amount(days / 30.4, 'month') : amount(days / 365.25, 'year')
}

/** One decimal below ten, so that 1.5 months do not read as 2. */
function amount(count: number, unit: string): string {
	const rounded = count < 10 ? Math.round(count * 10) / 10 : Math.round(count)
	return `${rounded} ${unit}${rounded === 1 ? '' : 's'}`
}
