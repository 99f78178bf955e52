/** Times on a clock. */

const two = (number: number): string => String(number).padStart(2, '0')

/** @param milliseconds not negative. @returns `4:05`, `1:04:05`; a second that has begun counts where `up` is set, as timers have it */
export function minutesAndSeconds(milliseconds: number, up = false): string {
	const seconds = (up ? Math.ceil : Math.floor)(milliseconds / 1000)
	const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60]
	return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`
}

/** @returns the time of day: `14:05` */
export function timeOfDay(now: number): string {
	const date = new Date(now)
	return `${two(date.getHours())}:${two(date.getMinutes())}`
}
