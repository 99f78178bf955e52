/** Notes as a table, for CSV. */
import type { Table } from '../tables/table.ts'
import type { ExportInput, ExportPassage } from './input.ts'
import { placeWords } from './locators.ts'

const head = [
	'Kind',
	'Document',
	'Place',
	'Quote',
	'Relation',
	'Second document',
	'Second place',
	'Second quote',
	'Comment',
	'Tags',
	'Colour',
	'Made',
	'Sources',
	'Link',
]

/** @returns one row for each note; a link has its second passage beside the first. */
export const noteTable = ({ notes }: ExportInput): Table => ({
	head,
	rows: notes.map((note) => {
		const [first, second] = note.passages
		const sources = new Set(note.passages.flatMap(({ cites }) => cites.map(({ id }) => id)))
		return [
			note.kind,
			...cells(first, note.title),
			note.relation ?? '',
			...cells(second),
			note.comment ?? '',
			note.tags.join(', '),
			note.colour?.name ?? '',
			note.at,
			[...sources].join(', '),
			note.back,
		]
	}),
})

const cells = (passage: ExportPassage | undefined, title = ''): string[] =>
	passage ? [passage.title, placeWords(passage), passage.quote] : [title, '', '']
