/** Cards of a test, with a clock that stands where it is put. */
import type { Clock } from '#backend/cards/clock.ts'
import type { NoteDraft } from '#contract/cards/notes.ts'

/** A clock that moves only when told. */
export function clockAt(
	iso: string,
	zone = 'Europe/Berlin',
): Clock & { set(iso: string): void; pass(ms: number): void } {
	let at = Date.parse(iso)
	return {
		now: () => at,
		zone: () => zone,
		set: (to) => {
			at = Date.parse(to)
		},
		pass: (ms) => {
			at += ms
		},
	}
}

export const basic = (front: string, back = 'back', some: Partial<NoteDraft> = {}): NoteDraft => ({
	type: 'basic',
	fields: [front, back],
	tags: [],
	contentNotes: [],
	...some,
})
