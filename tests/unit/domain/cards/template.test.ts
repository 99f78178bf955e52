import { describe, expect, it } from 'vitest'
import { faceOf } from '#domain/cards/faces.ts'
import { noteTypes } from '#domain/cards/note-types.ts'
import { type CardShape, filled, ordinalsOf } from '#domain/cards/template.ts'

const fields = new Map([
	['Front', 'Question'],
	['Back', ''],
])
const shape = (front: string, back = ''): CardShape => ({
	kind: 'standard',
	fields: ['Front', 'Back'],
	templates: [{ name: 'Card 1', front, back }],
})

describe('a template', () => {
	it('fills in its fields, and leaves out what it does not know', () => {
		expect(filled('<b>{{Front}}</b>{{Nowhere}}', { fields, side: 'front' })).toBe('<b>Question</b>')
	})

	it('shows a section where its field says something, and the inverted one where not', () => {
		const template =
			'{{#Back}}has{{/Back}}{{^Back}}has no{{/Back}} back{{#Front}}, {{^Back}}and a front{{/Back}}{{/Front}}'
		expect(filled(template, { fields, side: 'front' })).toBe('has no back, and a front')
	})

	it('takes a field of empty lines as saying nothing, and a picture as saying something', () => {
		const say = (html: string) =>
			filled('{{#Front}}yes{{/Front}}', { fields: new Map([['Front', html]]), side: 'front' })
		expect(say('<div><br></div>&nbsp;')).toBe('')
		expect(say('<img src="x.png">')).toBe('yes')
	})

	it('knows Anki’s filters', () => {
		const html = new Map([['Front', '<i>One</i> {{c1::two}}']])
		expect(filled('{{text:cloze:Front}}', { fields: html, gap: 1, side: 'front' })).toBe('One […]')
		expect(filled('{{hint:Front}}', { fields, side: 'front' })).toBe(
			'<details><summary>Front</summary>Question</details>',
		)
		expect(filled('{{type:Front}}', { fields, side: 'front' })).toBe('')
		expect(filled('{{furigana:Front}}', { fields, side: 'front' })).toBe('Question')
	})
})

describe('cards of a note', () => {
	it('are those whose front says something', () => {
		const both = noteTypes['basic-reversed']
		expect(ordinalsOf(both, ['a', 'b'])).toEqual([0, 1])
		expect(ordinalsOf(both, ['a', ''])).toEqual([0])
		expect(ordinalsOf(both, ['', ''])).toEqual([0])
		expect(ordinalsOf(shape('Always the same: {{#Back}}{{Front}}{{/Back}}'), ['a', ''])).toEqual([0])
	})

	it('are one for each gap', () => {
		expect(ordinalsOf(noteTypes.cloze, ['{{c3::a}} {{c1::b}}'])).toEqual([0, 2])
	})

	it('have a front that stays above the back where the template repeats it', () => {
		expect(faceOf(noteTypes.basic, ['Q', 'A', 'Ref'], 0)).toEqual({
			front: 'Q',
			back: 'A<footer>Ref</footer>',
			together: true,
		})
		expect(faceOf(noteTypes.cloze, ['x {{c1::y}}', 'more', ''], 0)).toEqual({
			front: 'x <span class="gap">[…]</span>',
			back: 'x <span class="gap">y</span><hr>more',
			together: false,
		})
		expect(faceOf(shape('{{Front}}', '{{Front}} is {{FrontSide}}'), ['Q', ''], 0)).toMatchObject({
			back: 'Q is Q',
			together: false,
		})
	})
})
