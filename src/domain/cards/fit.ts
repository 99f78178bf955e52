/** How well FSRS foresees a reader's answers, and when there are enough of them to fit it to the reader. */
import type { FSRS } from 'ts-fsrs'
import { type Answered, played } from './history.ts'

/**
 * So many reviews after a day or longer are needed. It was Anki's own limit as long as it had one (1000, then 400 from 24.04 on;
 * docs/tutorial.md of open-spaced-repetition/fsrs4anki, #653). With fewer, what is fitted wavers from one fit to the next.
 */
export const reviewsNeeded = 400

/** Lower is better in both. */
export interface Measures {
	/** Mean surprise at an answer, in nats: 0 where each was foreseen for certain, 0.693 where a coin was tossed. */
	logLoss: number
	/** Root mean square of expected less actual share remembered, over groups of like reviews. 0 to 1. */
	rmse: number
}

interface Group {
	reviews: number
	expected: number
	remembered: number
}

/** Answers after less than a day tell of learning steps, not of what is remembered. @returns how many there are to foresee */
export function foreseeable(answers: readonly Answered[]): number {
	let count = 0
	for (const [index, { day }] of answers.entries()) if (index && day > (answers[index - 1]?.day ?? day)) count++
	return count
}

/**
 * @param histories the answers to each card, from its first on
 * @returns 0 in both where there is nothing to foresee
 */
export function measured(
	histories: Iterable<readonly Answered[]>,
	fsrs: Pick<FSRS, 'next_state' | 'forgetting_curve'>,
): Measures {
	const groups = new Map<string, Group>()
	let [reviews, loss] = [0, 0]
	for (const answers of histories) {
		let [seen, lapses] = [1, 0]
		for (const { answer, elapsed, before } of played(answers, fsrs)) {
			if (!before || elapsed < 1) continue
			const remembered = answer.rating > 1
			const expected = within(fsrs.forgetting_curve(elapsed, before.stability))
			loss -= Math.log(remembered ? expected : 1 - expected)
			reviews++
			const group = groupOf(elapsed, ++seen, lapses)
			const { reviews: all, expected: sum, remembered: known } = groups.get(group) ?? none
			groups.set(group, { reviews: all + 1, expected: sum + expected, remembered: known + Number(remembered) })
			if (!remembered) lapses++
		}
	}
	const squares = [...groups.values()].map((group) => (group.expected - group.remembered) ** 2 / group.reviews)
	const mean = (sum: number) => sum / Math.max(1, reviews)
	return { logLoss: mean(loss), rmse: Math.sqrt(mean(squares.reduce((sum, each) => sum + each, 0))) }
}

/** @returns whether a reader gains by it, as far as it shows. */
export const isBetter = (fitted: Measures, now: Measures): boolean => now.logLoss - fitted.logLoss >= 0.0001

const none: Group = { reviews: 0, expected: 0, remembered: 0 }
/** Nothing is certain: its logarithm would be infinite. */
const within = (share: number): number => Math.min(1 - 1e-7, Math.max(1e-7, share))

/** FSRS's groups (`FSRSItem::r_matrix_index` of fsrs-rs): of like intervals, of as many reviews, of as many lapses. */
function groupOf(elapsed: number, seen: number, lapses: number): string {
	const step = (value: number, base: number) => base ** Math.floor(Math.log(value) / Math.log(base))
	return `${step(elapsed, 3.62)} ${step(seen, 1.89)} ${lapses && step(lapses, 1.73)}`
}
