/** What a desired retention costs. */

/** The usual retention, which others are held against; a memory's stability is the time until recall has fallen to it. */
const usual = 0.9
/** The last of FSRS-6's parameters that ship: how quickly recall falls. */
const usualDecay = 0.1542

/**
 * @param retention share that is to be remembered when a card comes back
 * @param parameters FSRS-6's 21 parameters; empty for those that ship
 * @returns how many times as often as at 90 % a card comes back whose memory is as strong
 */
export function howOften(retention: number, parameters: readonly number[]): number {
	const decay = parameters[20] ?? usualDecay
	const span = (share: number) => share ** (-1 / decay) - 1
	return span(usual) / span(retention)
}
