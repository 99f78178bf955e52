/** Long works take turns with whatever else their thread has to answer: progress is told, and a cancel is heard. */
import { setImmediate as nextTurn } from 'node:timers/promises'
import { Failure } from '../../failure.ts'

export interface Progress {
	type: 'progress'
	share: number
}

/** How many entries are worked on in one turn. */
const atOnce = 200

/** @throws Failure CANCELLED */
export function stopIfAsked(signal: AbortSignal | undefined): void {
	if (signal?.aborted)
		throw new Failure('CANCELLED', 'This was cancelled.', 'Nothing has been changed. Start it again when you want it.')
}

/**
 * Does something with each entry.
 * @param from and `to`: the share of the whole work that this is
 * @yields how far it is. @throws Failure CANCELLED
 */
export async function* inTurns<T>(
	entries: readonly T[],
	[from, to]: readonly [from: number, to: number],
	signal: AbortSignal | undefined,
	work: (entry: T) => void,
): AsyncGenerator<Progress> {
	for (let at = 0; at < entries.length; at += atOnce) {
		await nextTurn()
		stopIfAsked(signal)
		for (const entry of entries.slice(at, at + atOnce)) work(entry)
		yield { type: 'progress', share: from + ((to - from) * Math.min(entries.length, at + atOnce)) / entries.length }
	}
}
