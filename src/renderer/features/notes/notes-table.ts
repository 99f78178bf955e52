/** The shown notes as a table of words. */
import type { Annotation, HighlightColour } from '#contract/annotations.ts'
import { kindOf, type Shelf, wholeOf } from '#domain/annotations/notebook.ts'
import type { Table } from '#domain/tables/table.ts'
import { relationLabels } from '#domain/words/annotation-labels.ts'
import { kindLabel } from './notes-labels.ts'

export function notesTable(
	annotations: readonly Annotation[],
	shelf: Shelf,
	colours: Readonly<Record<HighlightColour, string>>,
): Table {
	const end = ({ targets }: Annotation, at: 0 | 1) => {
		const target = targets[at]
		return target ? [shelf.titleOf(wholeOf(target.source)), target.selector?.exact ?? ''] : ['', '']
	}
	return {
		head: [
			'Kind',
			'Text',
			'Quote',
			'Relation',
			'Second text',
			'Second quote',
			'Note',
			'Tags',
			'Colour',
			'Made',
			'Changed',
		],
		rows: annotations.map((one) => [
			kindLabel(kindOf(one)),
			...end(one, 0),
			one.relation ? relationLabels[one.relation] : '',
			...end(one, 1),
			one.comment,
			one.tags.join(', '),
			colours[one.colour],
			new Date(one.created).toISOString(),
			new Date(one.modified).toISOString(),
		]),
	}
}
