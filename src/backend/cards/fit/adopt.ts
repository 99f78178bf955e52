/** Other parameters of FSRS, from now on. */
import { replayed } from '#domain/cards/history.ts'
import { fsrsOf, type Knobs } from '#domain/cards/memory.ts'
import { Store } from '../../workspace/store.ts'
import type { Cards } from '../cards.ts'
import { historiesOf } from './histories.ts'

/**
 * Sets the parameters, and works out anew what is remembered of each card whose answers are on record from the beginning. Days on
 * which cards are due stay as they are. All in one transaction, and one act that can be undone.
 * @param schedulingParameters FSRS-6's 21; none for those that ship
 */
export function adopt(cards: Cards, schedulingParameters: number[]): { token: number; cards: number } {
	const { sql, acts } = cards
	return sql.transaction(() => {
		const { at } = cards.moment()
		const settings = cards.settings()
		const memories = remembered(cards, { ...settings, schedulingParameters })
		const token = acts.note(
			schedulingParameters.length ? 'Schedule fitted' : 'Schedule as it ships',
			[
				{
					table: 'card',
					ids: memories.map(({ id }) => id),
					columns: ['stability', 'difficulty'],
					// A card that is answered since has a memory that came of it.
					unless: 'last_at',
				},
			],
			at,
			{ schedulingParameters: settings.schedulingParameters },
		)
		new Store(sql).changeSettings({ schedulingParameters })
		for (const { id, stability, difficulty } of memories)
			sql.run('UPDATE card SET stability = ?, difficulty = ?, modified = ? WHERE id = ?', stability, difficulty, at, id)
		return { token, cards: memories.length }
	})
}

function remembered(cards: Cards, knobs: Knobs) {
	const fsrs = fsrsOf(knobs)
	const studied = new Map(
		cards.sql.lists('SELECT id, last_day FROM card WHERE state > 0 AND last_day IS NOT NULL') as [number, number][],
	)
	const memories: { id: number; stability: number; difficulty: number }[] = []
	for (const { card, answers } of historiesOf(cards.sql)) {
		// Where a card was studied elsewhere since, what is on record is not all.
		if (answers.at(-1)?.day !== studied.get(card)) continue
		const memory = replayed(answers, fsrs)
		if (memory) memories.push({ id: card, stability: memory.stability, difficulty: memory.difficulty })
	}
	return memories
}
