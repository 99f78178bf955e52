/** The plan that brings a deck to its exam. */
import type { ExamPlan } from '#contract/cards/study.ts'
import { dayName, dayNamed } from '#domain/cards/calendar.ts'
import { newADay } from '#domain/cards/exam.ts'
import { memoryOf } from '#domain/cards/memory.ts'
import { type Course, type SimulatedCard, simulated } from '#domain/cards/simulation.ts'
import { Failure } from '../failure.ts'
import type { Row, Sql } from '../workspace/sql.ts'
import type { Cards } from './cards.ts'

/** So many cards tell how all of them will fare; simulating more takes longer than a reader likes to wait. */
const sample = 2000
const longestPlan = 730

/**
 * Simulates the days until the exam twice: as things stand, and with the plan.
 * @throws Failure where the exam is not ahead, or years away
 */
export function planFor(cards: Cards, { deck: id, exam: name }: { deck: number; exam: string }): ExamPlan {
	const { day } = cards.moment()
	const exam = dayNamed(name)
	if (!(exam > day)) throw new Failure('BAD_REQUEST', 'This day is not ahead.', 'Choose a day after today.')
	if (exam - day > longestPlan)
		throw new Failure('BAD_REQUEST', 'This day is more than two years away.', 'Choose an earlier day.')
	const { settings } = cards.decks.byId(id)
	const decks = cards.decks.below(id).map((deck) => deck.id)
	const { some, each, newLeft } = sampled(cards.sql, decks, day)
	const needed = newADay(newLeft, day, exam)
	const { reviewsPerDay } = settings
	const course: Course = { day, exam, newPerDay: settings.newPerDay, reviewsPerDay, looks: false, each }
	const newPerDay = Math.max(settings.newPerDay, needed)
	const fsrs = cards.study.fsrs()
	const planned = simulated(some, { ...course, newPerDay, looks: true }, fsrs)
	return {
		deck: id,
		exam: name,
		daysLeft: exam - day,
		newLeft,
		newPerDay,
		expected: simulated(some, course, fsrs).recall,
		planned: planned.recall,
		load: planned.load.map(({ reviews }, index) => ({
			day: dayName(day + index),
			// Not from the sample, which need not hold a card for each day.
			new: Math.max(0, Math.min(newPerDay, newLeft - index * newPerDay)),
			reviews,
		})),
	}
}

/** @returns cards taken by chance from these decks, how many each stands for, and how many of all are new. */
function sampled(sql: Sql, decks: readonly number[], day: number) {
	const those = 'FROM card WHERE deck IN (SELECT value FROM json_each(?)) AND hold IN (0, 2)'
	const ids = JSON.stringify(decks)
	const [counts] = sql.all(`SELECT count(*) AS cards, ifnull(sum(state = 0), 0) AS fresh ${those}`, ids)
	const cards = Number(counts?.cards)
	const some = sql
		.all(
			`SELECT id, state, due, stability, difficulty, last_day, interval ${those} AND id * 40503 % 65536 <= ? ORDER BY id`,
			ids,
			(65_536 * sample) / Math.max(1, cards),
		)
		.map(simulatedOf(day))
	return { some, each: Math.max(1, cards / Math.max(1, some.length)), newLeft: Number(counts?.fresh) }
}

const simulatedOf =
	(day: number) =>
	({ id, state, due, stability, difficulty, interval, last_day }: Row): SimulatedCard => {
		const known = { stability: stability as number | null, difficulty: difficulty as number | null }
		return {
			id: Number(id),
			memory: state === 0 ? null : memoryOf({ ...known, interval: Number(interval) }),
			lastDay: Math.min(day, Number(last_day ?? day)),
			due: state === 2 ? Number(due) : day,
		}
	}
