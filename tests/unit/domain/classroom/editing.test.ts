/** Slides changed by hand. */
import { describe, expect, it } from 'vitest'
import { Slide } from '#contract/classroom/presentations.ts'
import {
	blankSlide,
	lookOf,
	minutesIn,
	minutesOf,
	movedTo,
	ownTypes,
	putIn,
	retyped,
} from '#domain/classroom/editing.ts'
import { pointSlide, pollSlide, textSlide } from '../../support/slides.ts'

describe('an order', () => {
	it('puts one at another place, and no further than the ends', () => {
		const list = ['a', 'b', 'c', 'd']
		expect(movedTo(list, 0, 2)).toEqual(['b', 'c', 'a', 'd'])
		expect(movedTo(list, 3, 0)).toEqual(['d', 'a', 'b', 'c'])
		expect(movedTo(list, 1, 99)).toEqual(['a', 'c', 'd', 'b'])
		expect(movedTo(list, 2, -1)).toEqual(['c', 'a', 'b', 'd'])
		expect(movedTo(list, 7, 0)).toEqual(list)
		expect(putIn(list, 1, 'x', 'y')).toEqual(['a', 'x', 'y', 'b', 'c', 'd'])
	})
})

describe('a new slide', () => {
	it.each(ownTypes)('of type %s is one that can be kept', (type) => {
		expect(Slide.parse(blankSlide(type, 'new'))).toMatchObject({ id: 'new', type })
	})

	it('has a poll whose right answer goes with its kind', () => {
		const poll = { type: 'choice' as const, question: 'Which?', options: [{ id: 'a', label: 'One' }], answer: 'a' }
		expect(retyped(poll, 'verdict')).toMatchObject({ type: 'verdict', question: 'Which?', answer: null })
		expect(retyped(retyped(poll, 'word'), 'choice').options).toEqual(poll.options)
	})
})

describe('how long it takes', () => {
	it('is what was said, else about what its steps take', () => {
		expect(minutesOf(textSlide('a', { minutes: 12 }))).toBe(12)
		expect(minutesOf(textSlide())).toBe(1)
		const [quick, slow] = [pointSlide('a', { steps: ['reveal'] }), pointSlide('b')]
		expect(minutesOf(quick)).toBeLessThan(minutesOf(slow))
		expect(minutesIn([quick, slow])).toBe(minutesOf(quick) + minutesOf(slow))
	})
})

describe('how a slide looks', () => {
	it('is what the room would see before anybody voted', () => {
		const slides = [textSlide('first'), pollSlide('poll')]
		expect(lookOf(slides, 1, 'vote')).toMatchObject({
			number: 2,
			step: 'vote',
			parts: [{ type: 'poll', poll: { round: 1, open: true, results: null } }],
		})
		expect(lookOf(slides, 1, 'reveal')?.parts[0]).toMatchObject({ poll: { results: { rounds: [], answer: 'b' } } })
		expect(lookOf(slides, 2, 'open')).toBeUndefined()
	})

	it('leaves out what carries content notes where that is covered', () => {
		const slides = [textSlide('hard', { contentNotes: ['death'] })]
		expect(JSON.stringify(lookOf(slides, 0, 'open', { covered: true }))).not.toContain('TEXT-hard')
		expect(JSON.stringify(lookOf(slides, 0, 'open'))).toContain('TEXT-hard')
	})
})
