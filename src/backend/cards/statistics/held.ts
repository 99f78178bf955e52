/** What there is of cards now: what they are, and how well they are remembered. */
import type { FSRS } from 'ts-fsrs'
import type { Statistics } from '#contract/cards/statistics.ts'
import { cardStates } from '#contract/cards/words.ts'
import { binned } from '#domain/cards/bins.ts'
import { longest } from '#domain/cards/memory.ts'
import type { Sql } from '../../workspace/sql.ts'
import { held } from '../card-rows.ts'

/** In days, as people count them: days, weeks, months, years. */
const stabilityEdges = [0, 1, 3, 7, 14, 30, 60, 90, 180, 365, 730, 1825, longest]
const difficultyEdges = Array.from({ length: 10 }, (_, index) => index + 1)
const retrievabilityEdges = Array.from({ length: 21 }, (_, index) => index / 20)

/** @returns how many cards there are of each kind; none that is in the trash. */
export function statesOf(sql: Sql, day: number, decks?: readonly number[]): Statistics['states'] {
	const rows = sql.all(
		`SELECT CASE WHEN hold = ${held.suspended} THEN 'suspended' WHEN hold = ${held.buried} AND buried_until > ?1 THEN 'buried'
		   ELSE state END AS what, count(*) AS cards
		 FROM card WHERE hold < ${held.trash} ${inDecks(decks)} GROUP BY what`,
		day,
		...valuesOf(decks),
	)
	const counts = new Map(rows.map(({ what, cards }) => [what, Number(cards)]))
	return [
		...cardStates.map((state, index) => ({ state, cards: counts.get(index) ?? 0 })),
		...(['suspended', 'buried'] as const).map((state) => ({ state, cards: counts.get(state) ?? 0 })),
	]
}

/** @returns cards that have been learned, by what FSRS makes of them. */
export function memoriesOf(
	sql: Sql,
	day: number,
	fsrs: FSRS,
	decks?: readonly number[],
): Pick<Statistics, 'stability' | 'difficulty' | 'retrievability'> {
	const rows = sql.lists(
		`SELECT stability, difficulty, max(0, ?1 - coalesce(last_day, ?1)) FROM card
		 WHERE hold < ${held.trash} AND state > 0 AND stability IS NOT NULL AND difficulty IS NOT NULL ${inDecks(decks)}`,
		day,
		...valuesOf(decks),
	) as [stability: number, difficulty: number, elapsed: number][]
	return {
		stability: binned(
			rows.map(([stability]) => stability),
			stabilityEdges,
		),
		difficulty: binned(
			rows.map(([, difficulty]) => difficulty),
			difficultyEdges,
		),
		retrievability: binned(
			rows.map(([stability, , elapsed]) => fsrs.forgetting_curve(elapsed, stability)),
			retrievabilityEdges,
		),
	}
}

const inDecks = (decks: readonly number[] | undefined) => (decks ? 'AND deck IN (SELECT value FROM json_each(?2))' : '')
const valuesOf = (decks: readonly number[] | undefined) => (decks ? [JSON.stringify(decks)] : [])
