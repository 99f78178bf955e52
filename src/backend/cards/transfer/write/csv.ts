/** Notes as text with Anki's header lines, so that they can come back. */
import Papa from 'papaparse'
import { type Chosen, outsideName } from './chosen.ts'

const batch = 250

/** @yields the share that is done @returns the text: guid, note type, deck, fields, tags */
export function* csvOf(chosen: Chosen): Generator<number, string> {
	const deckOf = new Map<number, string>()
	for (const { note, deck } of chosen.cards)
		if (!deckOf.has(Number(note))) deckOf.set(Number(note), chosen.decks.get(Number(deck)) ?? '')
	const notes = []
	for (const [index, id] of chosen.notes.entries()) {
		if (index % batch === 0) yield index / chosen.notes.length
		notes.push(chosen.note(id))
	}
	const width = notes.reduce((most, { html }) => Math.max(most, html.length), 0)
	const head = [
		'#separator:comma',
		'#html:true',
		'#guid column:1',
		'#notetype column:2',
		'#deck column:3',
		`#tags column:${4 + width}`,
	]
	const rows = notes.map(({ id, guid, type, html, tags }) => [
		guid,
		outsideName(type),
		deckOf.get(id) ?? '',
		...Array.from({ length: width }, (_, index) => html[index] ?? ''),
		tags.join(' '),
	])
	// All in quotation marks: a line that begins with # is read as a comment.
	return `${head.join('\n')}\n${Papa.unparse(rows, { quotes: true, newline: '\n' })}\n`
}
