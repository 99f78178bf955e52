/** The note types that ship. Their fields are Markdown. */
import type { shippedNoteTypes } from '#contract/cards/words.ts'
import type { CardShape } from './template.ts'

export type ShippedNoteType = (typeof shippedNoteTypes)[number]

const answer = '{{FrontSide}}<hr id="answer">'

/** A type of ours; changing the fields of one that was released needs a migration of the notes. */
export const noteTypes: Record<ShippedNoteType, CardShape & { name: string }> = {
	basic: {
		name: 'Basic',
		kind: 'standard',
		fields: ['Front', 'Back', 'Reference'],
		templates: [{ name: 'Card', front: '{{Front}}', back: `${answer}{{Back}}${reference()}` }],
	},
	'basic-reversed': {
		name: 'Basic, both ways',
		kind: 'standard',
		fields: ['Front', 'Back', 'Reference'],
		templates: [
			{ name: 'Front to back', front: '{{Front}}', back: `${answer}{{Back}}${reference()}` },
			{ name: 'Back to front', front: '{{Back}}', back: `${answer}{{Front}}${reference()}` },
		],
	},
	cloze: {
		name: 'Cloze',
		kind: 'cloze',
		fields: ['Text', 'Extra', 'Reference'],
		templates: [
			{ name: 'Gap', front: '{{cloze:Text}}', back: `{{cloze:Text}}{{#Extra}}<hr>{{Extra}}{{/Extra}}${reference()}` },
		],
	},
	contrast: {
		name: 'Fiction and evidence',
		kind: 'standard',
		fields: ['Claim', 'Verdict', 'Finding', 'Why', 'Reference'],
		templates: [
			{
				name: 'Contrast',
				front: '<p class="side">In fiction</p>{{Claim}}<p class="ask">How does it fare against the evidence?</p>',
				back: `${answer}<p class="verdict">{{Verdict}}</p><p class="side">The evidence</p>{{Finding}}{{#Why}}<p class="side">Why</p>{{Why}}{{/Why}}${reference()}`,
			},
		],
	},
}

function reference(): string {
	return '{{#Reference}}<footer>{{Reference}}</footer>{{/Reference}}'
}
