/** What the days ahead hold, for the choice of a card's next day. */
import type { Settings } from '#contract/workspace.ts'
import type { Ahead } from '#domain/cards/days.ts'
import type { Sql } from '../workspace/sql.ts'
import type { KeptCard } from './card-rows.ts'

export function aheadOf(sql: Sql, card: KeptCard, exam: number | null, easyDays: Settings['easyDays']): Ahead {
	const siblings = sql.all(
		'SELECT due FROM card WHERE note = ? AND id <> ? AND state = 2 AND hold <> 3',
		card.note,
		card.id,
	)
	return {
		exam,
		easyDays,
		siblings: new Set(siblings.map(({ due }) => Number(due))),
		loads: (from, to) =>
			new Map(
				sql
					.all(
						`SELECT due, count(*) AS cards FROM card INDEXED BY card_review
						 WHERE hold = 0 AND state = 2 AND due BETWEEN ? AND ? AND id <> ? GROUP BY due`,
						from,
						to,
						card.id,
					)
					.map(({ due, cards }) => [Number(due), Number(cards)]),
			),
	}
}
