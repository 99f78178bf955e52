/** Passages in quotation marks, and what they cite. */
import { describe, expect, it } from 'vitest'
import type { Block, Inline } from '#contract/document.ts'
import { referencesAt, worksAt } from '#domain/citations/at.ts'
import { quoted } from '#domain/citations/quotes.ts'
import { plainText } from '#domain/documents/inlines.ts'

describe('quotation marks', () => {
	it.each([
		['She is cured.', '“She is cured” .'],
		['Is she cured?', '“Is she cured?” '],
		['He said “no” and left.', '“He said ‘no’ and left” .'],
		['He said "no"\nand left', '“He said ‘no’ and left” '],
		['And then…', '“And then…” '],
		['and so on...', '“and so on...” '],
	])('American: %s', (exact, expected) => {
		const { quote, stop } = quoted(exact, 'apa', true)
		expect(`${quote} ${stop}`).toBe(expected)
	})

	it('British: single outside, double inside, apostrophes left alone', () =>
		expect(quoted('The patient’s ‘cure’ isn’t one.', 'harvard', true)).toEqual({
			quote: '‘The patient’s “cure” isn’t one’',
			stop: '.',
		}))

	it('keep their full stop where the citation is a note', () =>
		expect(quoted('She is cured.', 'chicago-notes', false)).toEqual({ quote: '“She is cured.”', stop: '' }))
})

/** Blocks one after the other, as a compiled document has them. */
function blocks(...made: Pick<Block, 'inlines' | 'depiction'>[]): Block[] {
	let at = 0
	return made.map((block, index) => {
		const start = at
		at += plainText(block.inlines).length + 1
		return { id: `b${index}`, type: 'paragraph', contentNotes: [], start, end: at - 1, ...block } as Block
	})
}
const text = (words: string): Inline => ({ type: 'text', text: words })
const cite = (reference: string, locator?: string): Inline => ({
	type: 'citation',
	items: [{ reference, ...(locator && { locator }) }],
})

describe('what a passage cites', () => {
	const document = {
		blocks: blocks(
			{
				inlines: [
					text('Sleep helps'),
					cite('one', 'p. 3'),
					text('. Walks help'),
					cite('two'),
					text('. Nothing else does.'),
				],
			},
			{ inlines: [text('The captain wakes.')], depiction: 'd1' },
			{ inlines: [text('A nap fails.')], depiction: 'd2' },
		),
		depictions: [
			{ id: 'd1', work: 'night' },
			{ id: 'd2', work: 'morning' },
		] as never,
	}
	const whole = 'Sleep helps. Walks help. Nothing else does.'
	const at = (words: string) => ({ start: whole.indexOf(words), end: whole.indexOf(words) + words.length })

	it('is what its sentences cite, with the page', () => {
		expect(referencesAt(document, at('Sleep helps.'))).toEqual([{ id: 'one', locator: 'p. 3' }])
		expect(referencesAt(document, at('Walks'))).toEqual([{ id: 'two' }])
		expect(referencesAt(document, at('helps. Walks')).map(({ id }) => id)).toEqual(['one', 'two'])
	})
	it('is what its paragraph cites where its sentence cites nothing', () =>
		expect(referencesAt(document, at('Nothing')).map(({ id }) => id)).toEqual(['one', 'two']))
	it('is every work that it tells', () => {
		expect(worksAt(document, { start: 0, end: 10 })).toEqual([])
		expect(worksAt(document, { start: whole.length + 2, end: whole.length + 30 })).toEqual([
			{ id: 'night' },
			{ id: 'morning' },
		])
	})
})
