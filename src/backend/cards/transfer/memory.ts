/** What FSRS would remember of a card that it did not schedule. */
import { computeDecayFactor, default_w, fsrs } from 'ts-fsrs'
import { type Memory, replayed } from '#domain/cards/history.ts'
import type { IncomingReview } from './incoming.ts'

/** Share that SM-2 is taken to have had remembered: Anki's “historical retention”. */
const retention = 0.9

/** @param w FSRS-6's parameters of the reader; those that ship where there are none */
export function memories(w: readonly number[]) {
	const weights = w.length ? w : default_w
	const algorithm = fsrs({ w: [...weights] })
	return {
		/** Plays reviews again, in order. */
		replayed: (reviews: readonly IncomingReview[], dayOf: (at: number) => number): Memory | undefined =>
			replayed(
				reviews.map(({ at, rating }) => ({ day: dayOf(at), rating })),
				algorithm,
			),
		/**
		 * What SM-2's ease and interval say (fsrs-rs, `FSRS::memory_state_from_sm2`).
		 * @param ease 2.5 where Anki says 250 %
		 * @param interval days
		 */
		fromSm2(ease: number, interval: number): Memory {
			const { decay, factor } = computeDecayFactor([...weights])
			const stability = clamp((Math.max(interval, 0.001) * factor) / (retention ** (1 / decay) - 1), 0.001, 36_500)
			const [w8 = 0, w9 = 0, w10 = 0] = weights.slice(8, 11)
			const growth = Math.exp(w8) * stability ** -w9 * Math.expm1((1 - retention) * w10)
			return { stability, difficulty: clamp(11 - (ease - 1) / growth, 1, 10) }
		},
	}
}

const clamp = (value: number, least: number, most: number): number => Math.min(most, Math.max(least, value))
