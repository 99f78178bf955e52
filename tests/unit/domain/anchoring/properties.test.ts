/** Whatever is edited, nothing is attached silently to what it was not made on. */
import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { anchorAll } from '#domain/anchoring/anchor.ts'
import { readSelector, selectorOf, toSelectors } from '#domain/anchoring/selectors.ts'
import { annotationsOf, editedText, overlapShare } from '../../support/edits.ts'

vi.setConfig({ testTimeout: 60_000 })

const edit = fc.record({
	seed: fc.nat(),
	length: fc.integer({ min: 1500, max: 6000 }),
	share: fc.double({ min: 0.01, max: 0.4, noNaN: true }),
	moves: fc.integer({ min: 0, max: 3 }),
	aided: fc.boolean(),
})
const bare = (text: string) => text.replace(/\s+/g, ' ').trim()

describe('anchoring after random edits', () => {
	it('is never certain of what reads differently or stands elsewhere, and stays within the text', () => {
		fc.assert(
			fc.property(edit, ({ seed, length, share, moves, aided }) => {
				const edited = editedText(seed, length, share, moves)
				const annotations = annotationsOf(edited, seed, 40)
				const selectors = annotations.map(({ selector }) => selector)
				const anchors = anchorAll(edited.text, selectors, aided ? { oldText: edited.oldText } : {})
				annotations.forEach(({ selector, fate }, at) => {
					const anchor = anchors[at]
					if (!anchor || anchor.state === 'orphan') return
					expect(anchor.start).toBeGreaterThanOrEqual(0)
					expect(anchor.start).toBeLessThan(anchor.end)
					expect(anchor.end).toBeLessThanOrEqual(edited.text.length)
					if (anchor.state === 'moved') expect(anchor.found).toBe(edited.text.slice(anchor.start, anchor.end))
					if (anchor.state === 'moved' && !anchor.certain) return
					expect(bare(edited.text.slice(anchor.start, anchor.end))).toBe(bare(selector.exact))
					// A word at the quote's edge may have been replaced by the same word: the place is right all the same.
					expect(overlapShare(fate, anchor)).toBeGreaterThan(0.5)
				})
			}),
			{ numRuns: 60 },
		)
	})
})

describe('a selector', () => {
	const range = fc
		.tuple(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200 }), fc.nat(), fc.nat())
		.map(([text, one, other]): [string, number, number] => {
			const [start, end] = [one % text.length, (other % text.length) + 1]
			return start < end ? [text, start, end] : [text, end - 1, start + 1]
		})

	it('survives being written as JSON and read again, and is anchored where it was made', () => {
		fc.assert(
			fc.property(range, ([text, start, end]) => {
				const selector = selectorOf(text, start, end)
				expect(readSelector(JSON.parse(JSON.stringify(toSelectors(selector))))).toEqual(selector)
				expect(anchorAll(text, [selector])).toEqual([{ state: 'anchored', start, end }])
			}),
		)
	})

	it('is read from anything without a throw', () => {
		fc.assert(
			fc.property(fc.jsonValue(), (json) => {
				const selector = readSelector(json)
				if (selector) expect(selector.exact).not.toBe('')
			}),
		)
	})
})
