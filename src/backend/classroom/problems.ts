/** Why devices cannot follow, and what to do: the presentation goes on all the same. */
import type { Following } from '#contract/classroom/classroom.ts'

export type Problem = NonNullable<Following['problem']>

const hotspot = 'Join a network, or make a hotspot as described here, and switch following on again.'

export const problems = {
	noNetwork: { sentence: 'This computer is in no network that devices could reach it by.', next: hotspot },
	gone: {
		sentence: 'This computer does not have this address any more.',
		next: 'Choose another network, or make a hotspot as described here.',
	},
	lost: {
		sentence: 'The network that devices follow by is gone.',
		next: 'They come back with it by themselves. If it stays away, make a hotspot as described here, or count hands.',
	},
	stopped: {
		sentence: 'Following has stopped.',
		next: 'Switch it on again; devices come back by themselves.',
	},
	noThread: {
		sentence: 'Parallax cannot let devices follow here.',
		next: 'Count hands, or present from the desktop app or the browser.',
	},
} as const satisfies Record<string, Problem>

/** @param code as Node says why it cannot listen */
export function problemOf(code: string): Problem {
	if (code === 'EADDRNOTAVAIL') return problems.gone
	if (code === 'EADDRINUSE')
		return { sentence: 'No port is free for following.', next: 'Close other programs, and switch following on again.' }
	if (code === 'EACCES' || code === 'EPERM')
		return {
			sentence: 'This computer does not let Parallax be reached from the network.',
			next: 'Allow it in the firewall, or count hands.',
		}
	return { sentence: `Parallax cannot be reached from the network (${code.slice(0, 40)}).`, next: hotspot }
}
