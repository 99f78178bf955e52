import { afterEach, describe, expect, it, vi } from 'vitest'
import { extended, nextUnit, paragraphsOf, previousUnit, sentencesOf, unitAt } from '#domain/anchoring/units.ts'

afterEach(() => vi.unstubAllGlobals())

const text =
	'A heading\nDr. Adler met the patient. Smith et al. (2019) disagree, e.g. on dosage! “Is it so?” she asked.\n\nThe end.'
const sentences = [
	'A heading',
	'Dr. Adler met the patient.',
	'Smith et al. (2019) disagree, e.g. on dosage!',
	'“Is it so?” she asked.',
	'The end.',
]
const read = (ranges: { start: number; end: number }[], from = text) =>
	ranges.map(({ start, end }) => from.slice(start, end))

describe('sentences', () => {
	it('do not end after an abbreviation, and not beyond their paragraph', () => {
		expect(read(sentencesOf(text))).toEqual(sentences)
	})

	it('are found without Intl.Segmenter as well', () => {
		vi.stubGlobal('Intl', {})
		const plain = 'One is here. Dr. Who is two. Three?'
		expect(read(sentencesOf(plain), plain)).toEqual(['One is here.', 'Dr. Who is two.', 'Three?'])
	})

	it.each([
		['Treatment by Prof. Lee works. It lasts.', 2],
		['J. R. Doe wrote it. So be it.', 2],
		['Anxiety, low mood, etc. Most recover.', 2],
		['See Fig. 3 and pp. 4–9. Then rest.', 2],
		['It fell by 3.5 points. 😀 Good.', 2],
	])('%s', (line, count) => {
		expect(sentencesOf(line)).toHaveLength(count)
	})

	it('cover every word of the text', () => {
		expect(read(sentencesOf(text)).join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''))
		expect(sentencesOf('')).toEqual([])
	})
})

it('paragraphs are the lines that hold words', () => {
	expect(read(paragraphsOf(text))).toEqual(['A heading', text.split('\n')[1], 'The end.'])
})

describe('the cursor', () => {
	const units = sentencesOf(text)
	const start = (at: number) => units[at]?.start ?? Number.NaN

	it('goes from unit to unit and stops at the ends', () => {
		expect(nextUnit(units, 0)).toEqual(units[1])
		expect(nextUnit(units, start(1) + 3)).toEqual(units[2])
		expect(nextUnit(units, start(4))).toBeUndefined()
		expect(previousUnit(units, 0)).toBeUndefined()
		expect(previousUnit(units, start(2))).toEqual(units[1])
		expect(previousUnit(units, text.length)).toEqual(units[4])
	})

	it('goes back to the beginning of the unit that it is in', () => {
		expect(previousUnit(units, start(2) + 3)).toEqual(units[2])
	})

	it('belongs to the unit that follows when it stands between two', () => {
		expect(unitAt(units, start(1) - 1)).toEqual(units[1])
		expect(unitAt(units, text.length)).toBeUndefined()
	})
})

describe('extending a selection', () => {
	const units = [
		{ start: 0, end: 10 },
		{ start: 11, end: 20 },
		{ start: 21, end: 30 },
	]

	it('takes in one unit more at a time, and gives it back', () => {
		expect(extended(units, { anchor: 0, focus: 10 }, 'forward')).toBe(20)
		expect(extended(units, { anchor: 0, focus: 30 }, 'forward')).toBe(30)
		expect(extended(units, { anchor: 0, focus: 20 }, 'back')).toBe(10)
		expect(extended(units, { anchor: 0, focus: 10 }, 'back')).toBe(0)
	})

	it('goes before where it was begun', () => {
		expect(extended(units, { anchor: 20, focus: 20 }, 'back')).toBe(11)
		expect(extended(units, { anchor: 20, focus: 11 }, 'back')).toBe(0)
		expect(extended(units, { anchor: 20, focus: 0 }, 'back')).toBe(0)
		expect(extended(units, { anchor: 20, focus: 0 }, 'forward')).toBe(11)
		expect(extended(units, { anchor: 20, focus: 11 }, 'forward')).toBe(20)
	})
})
