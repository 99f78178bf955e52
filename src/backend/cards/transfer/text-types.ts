/** Note types for text, which names them at most. */
import { keyOf } from './anki-types.ts'
import type { IncomingType } from './incoming.ts'
import { line } from './names.ts'
import { twins } from './twins.ts'

export interface TypeWanted {
	name?: string
	/** Whether there are gaps in it. */
	cloze: boolean
	/** Names of the columns with fields, empty where they have none. */
	columns: readonly string[]
}

const answer = '{{FrontSide}}<hr id="answer">'
const html = (shape: Omit<IncomingType, 'key' | 'markup'>): IncomingType => ({
	...shape,
	markup: 'html',
	key: keyOf(shape),
})

const basic = html({
	name: 'Basic',
	kind: 'standard',
	fields: ['Front', 'Back'],
	templates: [{ name: 'Card 1', front: '{{Front}}', back: `${answer}{{Back}}` }],
})
const reversed = html({
	...basic,
	name: 'Basic (and reversed card)',
	templates: [...basic.templates, { name: 'Card 2', front: '{{Back}}', back: `${answer}{{Front}}` }],
})
const cloze = html({
	name: 'Cloze',
	kind: 'cloze',
	fields: ['Text', 'Back Extra'],
	templates: [{ name: 'Cloze', front: '{{cloze:Text}}', back: '{{cloze:Text}}<br>{{Back Extra}}' }],
})
/** As Anki has them from the start. */
const stock = [basic, reversed, cloze]

/** @returns the type that a line of text is of: one that is there, one that everybody has, or one made of its columns. */
export function typeFor(wanted: TypeWanted, known: (name: string) => IncomingType | undefined): IncomingType {
	const { name, cloze: gaps, columns } = wanted
	if (!name) return gaps ? cloze : basic
	return (
		known(name) ??
		[...twins(), ...stock].find((type) => type.name === name) ??
		madeOf(line(name, 'Note'), gaps, columns)
	)
}

function madeOf(name: string, gaps: boolean, columns: readonly string[]): IncomingType {
	const fields = (columns.length ? columns : [''])
		.slice(0, 200)
		.map((column, index) => line(column, `Field ${index + 1}`))
	const [first = '', ...rest] = fields
	const others = rest.map((field) => `{{${field}}}`).join('<br>')
	if (!gaps)
		return html({
			name,
			kind: 'standard',
			fields,
			templates: [{ name: 'Card 1', front: `{{${first}}}`, back: `${answer}${others}` }],
		})
	const shown = fields.map((field) => `{{cloze:${field}}}`).join('<br>')
	return html({ name, kind: 'cloze', fields, templates: [{ name: 'Cloze', front: shown, back: shown }] })
}
