/** What is not done, in words for those who asked, and how often for the presenter. */
import type { FollowerAnswer, Refusal } from '#contract/classroom/room.ts'

const words: Record<Refusal, { sentence: string; next: string }> = {
	code: { sentence: 'This code does not fit.', next: 'Compare it with the one on the screen and type it again.' },
	full: { sentence: 'No more devices can follow.', next: 'Follow on the screen, or tell the presenter.' },
	closed: { sentence: 'No votes are taken for this now.', next: 'Wait until the presenter asks for them.' },
	twice: { sentence: 'This device has voted in this round.', next: 'A vote cannot be changed.' },
	unknown: { sentence: 'This could not be understood.', next: 'Load this page again.' },
	'too-fast': { sentence: 'This came too quickly.', next: 'Wait a few seconds and try again.' },
	'too-large': { sentence: 'This was too long.', next: 'Send something shorter.' },
	origin: { sentence: 'This page is not the one to follow with.', next: 'Open the address that is on the screen.' },
}

export const refusal = (why: Refusal): Extract<FollowerAnswer, { type: 'refused' }> => ({
	type: 'refused',
	why,
	...words[why],
})

export interface Refused {
	count(why: Refusal): void
	list(): { why: Refusal; count: number }[]
}

/** @param changed called after each */
export function countRefusals(changed: () => void): Refused {
	const counts = new Map<Refusal, number>()
	return {
		count(why) {
			counts.set(why, (counts.get(why) ?? 0) + 1)
			changed()
		},
		list: () => [...counts].map(([why, count]) => ({ why, count })),
	}
}
