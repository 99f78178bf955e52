/** What is said where no slide is on, and of the line. */
import type { RoomView } from '#contract/classroom/room.ts'
import type { LineState } from './line.ts'

export function stateWords(view: RoomView | undefined): { large: string; small?: string } {
	switch (view?.state) {
		case 'black':
			return { large: 'The screen is dark for a moment.', small: 'Listen, or look back at what was shown.' }
		case 'notice':
			return {
				large: 'The next slide touches on a hard subject.',
				small: 'It is fine to look away, or to step out for a while.',
			}
		case 'ended':
			return { large: 'This is the end. Thank you.', small: 'What you have seen stays as long as this page is open.' }
		default:
			return { large: 'You are in.', small: 'It begins in a moment.' }
	}
}

/**
 * @param joined whether the device has been let in
 * @param ended whether the presentation is: then nobody waits for the line
 */
export function lineWords(state: LineState, joined: boolean, ended: boolean): string {
	if (ended) return ''
	switch (state) {
		case 'away':
			return joined
				? 'The connection is lost. It comes back by itself; you can go on reading.'
				: 'The presenter’s computer does not answer. Are you in the same Wi-Fi? This page goes on trying.'
		case 'over':
			return 'The presenter has ended following on devices. What you have seen stays as long as this page is open.'
		case 'no-cookies':
			return 'This browser keeps no cookies, so it cannot join. Allow them for this page and load it again; they end with the browser.'
		default:
			return ''
	}
}
