/** What the browser has found as a table of words. */
import type { CardFilter, CardRow } from '#contract/cards/browse.ts'
import type { Table } from '#domain/tables/table.ts'
import { client } from '../../client/index.ts'
import { dueLabel, flagsOf, stateLabels } from './browse-labels.ts'
import type { CardOrder } from './use-browse-query.ts'

/** Rows that are asked for at once. */
const portion = 500

export async function cardsTable(filter: CardFilter, order: CardOrder, descending: boolean): Promise<Table> {
	const rows: CardRow[] = []
	for (;;) {
		const part = await client.cards.browse.find({ filter, order, descending, offset: rows.length, limit: portion })
		rows.push(...part.rows)
		if (rows.length >= part.total || !part.rows.length) break
	}
	return {
		head: [
			...['Card', 'Deck', 'Type', 'Which', 'State', 'Flags', 'Due', 'Interval in days', 'Reviews', 'Lapses'],
			...['Stability in days', 'Difficulty', 'Tags', 'Made'],
		],
		rows: rows.map((row) => [
			...[row.text, row.deckName, row.typeName, row.name, stateLabels[row.state], flagsOf(row).join(', ')],
			...[row.due === null ? '' : dueLabel(row), row.interval, row.reps, row.lapses],
			...[row.stability?.toFixed(1) ?? '', row.difficulty?.toFixed(1) ?? '', row.tags.join(' ')],
			new Date(row.created).toISOString().slice(0, 10),
		]),
	}
}
