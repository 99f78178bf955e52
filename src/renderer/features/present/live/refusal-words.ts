/** What was refused to devices, in words. */
import type { Refusal } from '#contract/classroom/room.ts'

const words: Record<Refusal, string> = {
	code: 'a wrong code',
	full: 'no room for more devices',
	closed: 'following was over',
	twice: 'a second vote in one round',
	unknown: 'an answer that the poll does not have',
	'too-fast': 'too many messages at once',
	'too-large': 'messages that are too large',
	origin: 'asked from a strange page',
}

/** @returns `3 × a wrong code, 1 × a second vote in one round` */
export const refusedWords = (refused: readonly { why: Refusal; count: number }[]): string =>
	refused.map(({ why, count }) => `${count} × ${words[why]}`).join(', ')
