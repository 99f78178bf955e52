/** What cards would come to until a day, if each is answered when it is due and remembered as often as FSRS expects. */
import type { FSRS } from 'ts-fsrs'
import { chanceOf } from './chance.ts'
import { lastLook } from './exam.ts'

export interface SimulatedCard {
	id: number
	/** Null for a new card. */
	memory: { stability: number; difficulty: number } | null
	lastDay: number
	/** The study day; for a new card nothing. */
	due: number
}

export interface Course {
	/** Today and the day that it leads to, in days since 1970. */
	day: number
	exam: number
	newPerDay: number
	reviewsPerDay: number
	/** Whether cards are brought back for a last look before the exam. */
	looks: boolean
	/** How many cards each of these stands for. */
	each: number
}

export interface Simulated {
	/** Share of the cards that would be remembered on the day, new ones that were never seen included. */
	recall: number
	/** Day by day from today on. */
	load: { new: number; reviews: number }[]
}

const good = 3
const again = 1

/** @returns what comes of the cards; the same cards have the same luck in each simulation. */
export function simulated(cards: readonly SimulatedCard[], course: Course, fsrs: FSRS): Simulated {
	const { day, exam, newPerDay, reviewsPerDay, each } = course
	const now = cards.map((card) => ({ ...card, seen: 0 }))
	const waiting = now.filter(({ memory }) => memory === null)
	const due: (typeof now)[] = Array.from({ length: Math.max(0, exam - day) }, () => [])
	const bring = (card: (typeof now)[number], on: number) => due[Math.max(0, on - day)]?.push(card)
	for (const card of now) if (card.memory) bring(card, card.due)
	const load: Simulated['load'] = []
	let introduced = 0
	for (let today = day; today < exam; today++) {
		const list = due[today - day] ?? []
		const reviews = list.splice(0, Math.ceil(reviewsPerDay / each))
		for (const card of list) bring(card, today + 1)
		const until = Math.min(waiting.length, Math.round(((today - day + 1) * newPerDay) / each))
		const fresh = waiting.slice(introduced, until)
		introduced = until
		for (const [index, card] of [...reviews, ...fresh].entries()) {
			study(card, today, fsrs)
			const next = today + fsrs.next_interval(card.memory?.stability ?? 1, 0)
			const look = course.looks && next >= exam ? lastLook(today, exam) : undefined
			bring(card, look ? look[0] + (index % (look[1] - look[0] + 1)) : next)
		}
		load.push({ new: Math.round(fresh.length * each), reviews: Math.round(reviews.length * each) })
	}
	const recalls = now.map(({ memory, lastDay }) =>
		memory ? fsrs.forgetting_curve(exam - lastDay, memory.stability) : 0,
	)
	return { recall: recalls.reduce((sum, recall) => sum + recall, 0) / Math.max(1, recalls.length), load }
}

/** One day's answers to a card: the first one, and after a new or a forgotten one another that is right. */
function study(card: SimulatedCard & { seen: number }, today: number, fsrs: FSRS): void {
	const { memory } = card
	const elapsed = Math.max(0, today - card.lastDay)
	const lucky = memory && chanceOf(card.id, card.seen) < fsrs.forgetting_curve(elapsed, memory.stability)
	const first = fsrs.next_state(memory, memory ? elapsed : 0, memory && !lucky ? again : good)
	card.memory = lucky ? first : fsrs.next_state(first, 0, good)
	card.lastDay = today
	card.seen++
}
