import { expect, it } from 'vitest'
import { anchorAll } from '#domain/anchoring/anchor.ts'
import { selectorOf } from '#domain/anchoring/selectors.ts'

const on = (text: string, quote: string) => {
	const start = text.indexOf(quote)
	return selectorOf(text, start, start + quote.length)
}

it('is not certain which of several same paragraphs was taken out', () => {
	const refrain = 'Nobody asked the patient what she wanted from it.\nTime went by in the ward, as it does.\n'
	const oldText = refrain.repeat(3)
	const [anchor] = anchorAll(refrain.repeat(2), [on(oldText, 'asked the patient')], { oldText })
	expect(anchor).toMatchObject({ state: 'moved', certain: false })
})

it('is not certain of a quote whose surroundings are gone, when it has the words alone to go by', () => {
	const oldText = 'Some of them said that a walk by the sea before breakfast helped them most of all that year.'
	const text = 'Nothing is left of the old page. Even so a walk by the sea before breakfast is mentioned once.'
	const [anchor] = anchorAll(text, [on(oldText, 'a walk by the sea before breakfast')])
	expect(anchor).toMatchObject({ state: 'moved', certain: false, found: 'a walk by the sea before breakfast' })
})

it('attaches words of everyday to no place when their surroundings are gone', () => {
	const text = 'It was once told how a walk by the sea ended badly, and again how the sea was calm.'
	expect(anchorAll(text, [{ exact: 'the sea', prefix: '', suffix: '', start: -1, end: -1 }])).toEqual([
		{ state: 'orphan' },
	])
})

it('finds two words that were left as they were between words that were not', () => {
	const oldText = 'They hoped that calm words and soft light would do the work of a year in care.'
	const text = 'They thought that kind words and warm lamps would do the work of a year in care.'
	const [anchor] = anchorAll(text, [on(oldText, 'words and')], { oldText })
	expect(anchor).toMatchObject({ state: 'moved', start: text.indexOf('words and'), found: 'words and', certain: false })
})

it('finds the words of an imported selector that has no position', () => {
	const text = 'The first visit is short. Most people are asked how they sleep before anything else is said.'
	const { exact, prefix, suffix } = on(text, 'how they sleep')
	const [anchor] = anchorAll(text, [{ exact, prefix, suffix, start: -1, end: -1 }], { oldText: text })
	expect(anchor).toMatchObject({ state: 'moved', certain: true, found: 'how they sleep' })
})
