/** The shown notes as a table of words. */
import type { Annotation, HighlightColour } from '#contract/annotations.ts'
import { kindOf, type Shelf, wholeOf } from '#domain/annotations/notebook.ts'
import type { Table } from '#domain/tables/table.ts'
import { relationLabels } from '#domain/words/annotation-labels.ts'
import { client } from '../../client/index.ts'
import { kindLabel } from './notes-labels.ts'

/** As many are asked for at once. */
const part = 500

/** @param ids of the notes, in their order */
export async function notesTable(
	ids: readonly string[],
	shelf: Shelf,
	colours: Readonly<Record<HighlightColour, string>>,
): Promise<Table> {
	const known = new Map<string, Annotation>()
	for (let from = 0; from < ids.length; from += part)
		for (const one of await client.annotations.list({ ids: ids.slice(from, from + part) })) known.set(one.id, one)
	const annotations = ids.flatMap((id) => known.get(id) ?? [])
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
