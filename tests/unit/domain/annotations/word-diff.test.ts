import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Run, wordDiff } from '#domain/annotations/word-diff.ts'

const marked = (runs: readonly Run[]) => runs.map(({ text, changed }) => (changed ? `[${text}]` : text)).join('')

describe('what changed in a passage', () => {
	test('is marked word by word', () => {
		const { before, after } = wordDiff('Trauma eases over a night.', 'Trauma eases slowly, over many weeks.')
		expect(marked(before)).toBe('Trauma eases over [a] [night].')
		expect(marked(after)).toBe('Trauma eases [slowly, ]over [many] [weeks].')
	})
	test('is nothing where nothing changed', () => {
		expect(wordDiff('The same.', 'The same.').after).toEqual([{ text: 'The same.', changed: false }])
	})
	test('a mark that came leaves its word alone', () => {
		expect(marked(wordDiff('slowly', 'slowly,').after)).toBe('slowly[,]')
	})
	test('is all of it where hardly a word is left', () => {
		const words = (letter: string) => Array.from({ length: 1500 }, (_, n) => `${letter}${n}`).join(' ')
		const { before, after } = wordDiff(words('a'), words('b'))
		expect([before, after].map((runs) => runs.length)).toEqual([1, 1])
		expect(before[0]?.changed).toBe(true)
	})
	test('keeps both versions whole, and shows the same words as unchanged on both sides', () => {
		const text = fc
			.array(fc.constantFrom('a', 'be', 'see', ' ', ', ', '’s'), { maxLength: 30 })
			.map((parts) => parts.join(''))
		fc.assert(
			fc.property(text, text, (one, two) => {
				const { before, after } = wordDiff(one, two)
				const all = (runs: readonly Run[]) => runs.map((run) => run.text).join('')
				const kept = (runs: readonly Run[]) => all(runs.filter(({ changed }) => !changed))
				expect([all(before), all(after)]).toEqual([one, two])
				expect(kept(before)).toBe(kept(after))
			}),
		)
	})
})
