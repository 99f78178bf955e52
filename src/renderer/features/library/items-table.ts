/** The shown rows of the library as a table of words. */

import type { Stance } from '#contract/words.ts'
import type { Table } from '#domain/tables/table.ts'
import { contentNotePhrase, mediumLabel, outcomeLabel, stanceLabel, treatmentLabel } from '#domain/words/labels.ts'
import type { Row } from './creators.ts'

/** @param stanceOf a row's stance on the finding that is followed, where one is */
export function itemsTable(rows: readonly Row[], stanceOf?: (row: Row) => Stance | undefined): Table {
	return {
		head: [
			'Title',
			'Kind',
			'Creators and year',
			'Year',
			'Medium',
			'Treatment',
			'Outcome',
			'Content notes',
			...(stanceOf ? ['Stance'] : []),
			'Summary',
			'Id',
		],
		rows: rows.map((row) => {
			const stance = stanceOf?.(row)
			return [
				row.title,
				row.kind,
				row.creators ?? '',
				row.year ?? '',
				row.medium ? mediumLabel(row.medium) : '',
				row.treatment ? treatmentLabel(row.treatment) : '',
				row.outcome ? outcomeLabel(row.outcome) : '',
				row.contentNotes ? contentNotePhrase(row.contentNotes) : '',
				...(stanceOf ? [stance ? stanceLabel(stance) : ''] : []),
				row.summary ?? '',
				row.id,
			]
		}),
	}
}
