/** The answers to one card, and what FSRS remembers of it after each. */
import type { FSRS, FSRSState } from 'ts-fsrs'

export type Memory = Pick<FSRSState, 'stability' | 'difficulty'>

export interface Answered {
	/** The study day. */
	day: number
	/** As FSRS counts them: 1 again, 2 hard, 3 good, 4 easy. */
	rating: number
}

/** An answer as it is played again. */
interface Played<A extends Answered> {
	answer: A
	/** Days since the answer before. */
	elapsed: number
	/** What was remembered of the card when it was answered; nothing of a new one. */
	before: Memory | undefined
	after: Memory
}

/**
 * Plays answers again, in their order.
 * @param before what was remembered of the card when they began
 */
export function* played<A extends Answered>(
	answers: Iterable<A>,
	fsrs: Pick<FSRS, 'next_state'>,
	before?: Memory,
): Generator<Played<A>> {
	let memory = before
	let last: number | undefined
	for (const answer of answers) {
		const elapsed = last === undefined ? 0 : Math.max(0, answer.day - last)
		const after = fsrs.next_state(memory ?? null, elapsed, answer.rating)
		yield { answer, elapsed, before: memory, after }
		memory = after
		last = answer.day
	}
}

/** @returns what is remembered after all of them; what there was before where there are none. */
export function replayed(
	answers: Iterable<Answered>,
	fsrs: Pick<FSRS, 'next_state'>,
	before?: Memory,
): Memory | undefined {
	let memory = before
	for (const { after } of played(answers, fsrs, before)) memory = after
	return memory
}

/** @param states of a card before each of its answers @returns where its learning began for the last time; -1 where that is not on record */
export const lastBeginning = (states: readonly number[]): number =>
	// A learning step after a review: elsewhere it was made new in between.
	states.findLastIndex((state, index) => state === 0 || (state === 1 && (states[index - 1] ?? 0) >= 2))
