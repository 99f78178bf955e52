/** How the closed lists and names read. */
import { describe, expect, it } from 'vitest'
import * as words from '#contract/words.ts'
import * as labels from '#domain/words/labels.ts'

const work = (more: object) => ({ id: 'x', title: 'X', creators: [], year: null, medium: 'film' as const, ...more })
const by = (family: string, given?: string) => ({ family, ...(given ? { given } : {}), role: 'author' as const })

it('every word of the closed lists reads as words', () => {
	const read = [
		...words.mediums.map(labels.mediumLabel),
		...words.treatments.map(labels.treatmentLabel),
		...words.outcomes.map(labels.outcomeLabel),
		...words.dimensions.map(labels.dimensionLabel),
		...words.stances.map(labels.stanceLabel),
		...words.verdicts.map(labels.verdictLabel),
		...words.verdicts.map(labels.verdictMeaning),
	]
	for (const label of read) expect(label).toMatch(/^[A-Z][A-Za-z ,.-]+$/)
	for (const note of words.contentNotes) expect(labels.contentNotePhrase([note])).toMatch(/^[a-z -]+$/)
	expect(labels.treatmentLabel(null)).toBe('Treatment not stated')
})

describe('names and years', () => {
	it.each([
		[[], ''],
		[['death'], 'death'],
		[['death', 'abuse'], 'death and abuse'],
		[['death', 'abuse', 'sexual-violence'], 'death, abuse and sexual violence'],
	] as const)('content notes %j', (notes, phrase) => {
		expect(labels.contentNotePhrase(notes)).toBe(phrase)
	})

	it.each([
		[{ creators: [by('von Trier', 'Lars')], year: 2009 }, 'Lars von Trier, 2009'],
		[
			{ creators: [{ literal: 'BioWare', role: 'developer' as const }], year: 2007, endYear: 2012 },
			'BioWare, 2007–2012',
		],
		[{ creators: [by('A'), by('B'), by('C')] }, 'A, B, C'],
		[{ creators: [by('A'), by('B'), by('C'), by('D')], year: 1 }, 'A and others, 1'],
		[{ creators: [by('A', 'X'), by('A', 'X')], year: 1999 }, 'X A, 1999'],
		[{}, ''],
		[{ year: -400 }, '400 BCE'],
		[{ year: -700, endYear: -650 }, '700 BCE–650 BCE'],
	])('a byline of %j', (more, byline) => {
		expect(labels.byline(work(more))).toBe(byline)
	})

	it('of a work without a year', () => {
		expect(labels.yearsOf({ year: null })).toBe('year unknown')
	})
})
