import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clozeNumbers, nextGap, withGap } from '#domain/cards/cloze.ts'

const text = 'Exposure lowers {{c1::fear::of what?}} over {{c2::weeks}}, not {{c1::pain}}.'

describe('gaps', () => {
	it('are numbered once each, in order', () => {
		expect(clozeNumbers(text)).toEqual([1, 2])
		expect(clozeNumbers('{{c10::x}} {{c2::y}}')).toEqual([2, 10])
		expect(nextGap(text)).toBe(3)
		expect(nextGap('none yet')).toBe(1)
	})

	it('show their hint in front and their answer behind, all of one number together', () => {
		expect(withGap(text, 1, 'front')).toBe(
			'Exposure lowers <span class="gap">[of what?]</span> over weeks, not <span class="gap">[…]</span>.',
		)
		expect(withGap(text, 2, 'back')).toBe('Exposure lowers fear over <span class="gap">weeks</span>, not pain.')
	})

	it('may lie in one another', () => {
		const nested = '{{c1::the {{c2::vagus}} nerve}}'
		expect(clozeNumbers(nested)).toEqual([1, 2])
		expect(withGap(nested, 2, 'front')).toBe('the <span class="gap">[…]</span> nerve')
		expect(withGap(nested, 1, 'back')).toBe('<span class="gap">the vagus nerve</span>')
	})

	it('may belong to several cards', () => {
		expect(clozeNumbers('{{c1,3::x}}')).toEqual([1, 3])
		expect(withGap('{{c1,3::x}}', 3, 'front')).toBe('<span class="gap">[…]</span>')
	})

	it('without an end are text', () => {
		expect(withGap('{{c1::open', 1, 'front')).toBe('{{c1::open')
		expect(clozeNumbers('{{c1::open')).toEqual([])
	})

	it('never lose a word that is not asked for', () => {
		// However gaps open and close, their braces apart every letter stays.
		const letters = (text: string) => text.replaceAll(/[^xyz]/g, '')
		fc.assert(
			fc.property(fc.stringMatching(/^(?:[xyz ]|\{\{c1::|\}\}|::){0,12}$/), (wild) => {
				if (!wild.includes('::')) expect(letters(withGap(wild, undefined, 'back'))).toBe(letters(wild))
				expect(withGap(wild, undefined, 'front')).toBe(withGap(wild, undefined, 'back'))
			}),
		)
		const word = fc.stringMatching(/^[a-z]{1,8}$/)
		fc.assert(
			fc.property(fc.array(fc.tuple(word, fc.nat(3)), { minLength: 1, maxLength: 10 }), (words) => {
				const field = words.map(([each, gap]) => (gap ? `{{c${gap}::${each}}}` : each)).join(' ')
				expect(withGap(field, undefined, 'back')).toBe(words.map(([each]) => each).join(' '))
				expect(clozeNumbers(field)).toEqual([...new Set(words.map(([, gap]) => gap).filter(Boolean))].sort())
			}),
		)
	})
})
