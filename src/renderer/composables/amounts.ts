/** Moments, numbers and sizes, as people write them. */

const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric' })
const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' })

/** @param at milliseconds since 1970, UTC. @returns `22 November 2026, 10:15` in local time. */
export const momentOf = (at: number): string => `${day.format(at)}, ${clock.format(at)}`

/** @param name a day as the contract has it, `2026-11-22`. @returns `22 November 2026` */
export const dayOf = (name: string): string => day.format(new Date(`${name}T12:00:00`))

const number = new Intl.NumberFormat('en-GB')

/** @returns `1 note`, `20,000 notes`. */
export const amount = (count: number, one: string, many = `${one}s`): string =>
	`${number.format(count)} ${count === 1 ? one : many}`

/** @returns a number of bytes as `45 kB` or `2.3 MB`. */
export function sizeOf(bytes: number): string {
	if (bytes < 1_000_000) return `${Math.ceil(bytes / 1000)} kB`
	if (bytes < 1_000_000_000) return `${(bytes / 1_000_000).toFixed(1)} MB`
	return `${(bytes / 1_000_000_000).toFixed(1)} GB`
}

/** @returns `1 card`, `12 cards`. */
export const amountOf = (count: number, thing: string): string =>
	`${count.toLocaleString('en-GB')} ${thing}${count === 1 ? '' : 's'}`
