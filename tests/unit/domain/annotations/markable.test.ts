/** A point as a text that takes marks. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Comparison, Point } from '#contract/library.ts'
import { markablePoint } from '#domain/annotations/markable.ts'
import { sentencesOf } from '#domain/annotations/sentences.ts'
import { pointParts, pointText } from '#domain/annotations/sources.ts'

const comparison = { id: 'c' } as Comparison
/** Words with stops, signs of two units and white space of every kind. */
const words = fc.array(fc.constantFrom('It', ' works. ', 'Dr. ', '“No?” ', '🧠', '\u00a0', 'e.g. ', 'a', '.', ' '), {
	minLength: 1,
	maxLength: 12,
})
const point = fc
	.record({ claim: words, finding: words, explanation: words, question: words })
	.map((parts) => Object.fromEntries(Object.entries(parts).map(([key, some]) => [key, some.join('')])))
	.map((said) => ({ id: 'p', ...said }) as unknown as Point)

test('each part of a point stands where its text says, a line feed after the one before', () => {
	fc.assert(
		fc.property(point, (one) => {
			const text = pointText(one)
			const parts = pointParts(one)
			for (const key of ['claim', 'finding', 'explanation', 'question'] as const)
				expect(text.slice(parts[key].start, parts[key].end)).toBe(one[key])
			expect(text[parts.finding.start - 1]).toBe('\n')
			expect(parts.question.end).toBe(text.length)
		}),
	)
})

test('no sentence reaches from one part into another, and together they hold every word', () => {
	fc.assert(
		fc.property(point, (one) => {
			const markable = markablePoint(comparison, one)
			const sentences = sentencesOf(markable)
			for (const { start, end } of sentences)
				expect(markable.parts.some((part) => part.start <= start && end <= part.end)).toBe(true)
			const squeezed = (text: string) => text.replace(/\s/g, '')
			expect(squeezed(sentences.map(({ start, end }) => markable.text.slice(start, end)).join(''))).toBe(
				squeezed(markable.text),
			)
		}),
	)
})
