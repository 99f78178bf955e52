/** The answers to each card as they are on record. */
import { type Answered, lastBeginning } from '#domain/cards/history.ts'
import type { Sql } from '../../workspace/sql.ts'

interface History {
	card: number
	/** From where its learning began for the last time; none where that is not on record. */
	answers: Answered[]
}

interface Kept extends Answered {
	state: number
}

/** @yields card after card */
export function* historiesOf(sql: Sql): Generator<History> {
	let [card, answers]: [number | undefined, Kept[]] = [undefined, []]
	for (const row of sql.each('SELECT card, day, rating, state FROM review ORDER BY card, at')) {
		if (row.card !== card) {
			if (card !== undefined) yield begun(card, answers)
			card = Number(row.card)
			answers = []
		}
		answers.push({ day: Number(row.day), rating: Number(row.rating), state: Number(row.state) })
	}
	if (card !== undefined) yield begun(card, answers)
}

function begun(card: number, answers: Kept[]): History {
	const from = lastBeginning(answers.map(({ state }) => state))
	return { card, answers: from < 0 ? [] : answers.slice(from) }
}
