/** How long ago something was, in words. */

const words = new Intl.RelativeTimeFormat('en-GB', { numeric: 'auto' })
const units = [
	['day', 86_400_000],
	['hour', 3_600_000],
	['minute', 60_000],
] as const

/** @param at milliseconds since 1970 */
export function timeAgo(at: number, now = Date.now()): string {
	for (const [unit, length] of units) {
		const count = Math.floor((now - at) / length)
		if (count >= 1) return words.format(-count, unit)
	}
	return 'just now'
}
