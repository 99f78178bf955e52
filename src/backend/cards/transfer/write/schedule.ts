/** Where a card stands, in Anki's words; the way back from `scheduling.ts`. */
import type { Row } from '../../../workspace/sql.ts'

export interface ScheduleOut {
	/** The study day that the collection counts from. */
	firstDay: number
	steps: { learning: number; relearning: number }
	retention: number
}

/** Columns of `cards` in Anki. */
export interface AnkiPlace {
	type: number
	queue: number
	due: number
	ivl: number
	factor: number
	reps: number
	lapses: number
	left: number
	data: string
}

/** Ease that cards begin with in SM-2, which FSRS has no use for. */
const usualEase = 2500

/** @returns a card as a new one: its place among them is all that goes along. */
export const newPlace = (position: number): AnkiPlace => ({
	type: 0,
	queue: 0,
	due: position,
	ivl: 0,
	factor: 0,
	reps: 0,
	lapses: 0,
	left: 0,
	data: '{}',
})

/** @param position where the card stands among new ones */
export function placeOut(card: Row, position: number, { firstDay, steps, retention }: ScheduleOut): AnkiPlace {
	const [state, hold] = [Number(card.state), Number(card.hold)]
	const held = hold === 1 ? { queue: -1 } : hold === 2 ? { queue: -3 } : {}
	if (state === 0) return { ...newPlace(position), ...held }
	const review = state === 2
	const left = Math.max(1, (state === 3 ? steps.relearning : steps.learning) - Number(card.step))
	const memory =
		card.stability === null || card.difficulty === null
			? {}
			: { s: rounded(Number(card.stability), 4), d: rounded(Number(card.difficulty), 3), dr: retention }
	return {
		type: state,
		queue: review ? 2 : 1,
		due: review ? Number(card.due) - firstDay : Math.trunc(Number(card.due) / 1000),
		ivl: Number(card.interval),
		factor: usualEase,
		reps: Number(card.reps),
		lapses: Number(card.lapses),
		left: review ? 0 : left * 1001,
		data: JSON.stringify({ ...memory, ...(card.last_at ? { lrt: Math.trunc(Number(card.last_at) / 1000) } : {}) }),
		...held,
	}
}

const rounded = (value: number, digits: number): number => Number(value.toFixed(digits))

/** States before a review as Anki's kinds of it: new and learning, review, relearning. */
const kinds = [0, 0, 1, 2] as const
export const kindOut = (state: number): number => kinds[state] ?? 1
