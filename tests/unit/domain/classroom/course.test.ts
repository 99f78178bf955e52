/** What a presenter is shown before the room is. */
import { expect, it } from 'vitest'
import { aheadOf, plannedMinutes } from '#domain/classroom/course.ts'
import { acted, begun } from '#domain/classroom/live.ts'
import { pollSlide, textSlide } from '../../support/slides.ts'

const slides = [textSlide('first'), pollSlide('poll'), textSlide('flagged', { contentNotes: ['death'] })]
const start = begun('p', slides, { noticeFirst: false, now: 0 })

it('shows the next step of a slide, the next slide, what is held, and nothing after the end', () => {
	expect(aheadOf(start, slides)).toMatchObject({ step: 'open', another: true, page: { slide: 'poll' } })
	const voting = acted(start, slides, { type: 'next' }, 0)
	expect(aheadOf(voting, slides)).toMatchObject({ step: 'vote', another: false, contentNotes: [] })

	const held = acted(start, slides, { type: 'go', slide: 2 }, 0)
	expect(held.at.slide).toBe(0)
	expect(aheadOf(held, slides)).toMatchObject({ contentNotes: ['death'], another: true, page: { slide: 'flagged' } })
	expect(JSON.stringify(aheadOf(held, slides)?.page)).toContain('TEXT-flagged')

	const shown = acted(held, slides, { type: 'decide', how: 'cover' }, 0)
	expect(aheadOf(shown, slides)).toBeNull()
	const before = acted(
		acted(shown, slides, { type: 'go', slide: 1, step: 4 }, 0),
		slides,
		{ type: 'pause', on: true },
		0,
	)
	expect(aheadOf(before, slides), 'decided, so it is not asked for again').toMatchObject({ contentNotes: [] })
	expect(JSON.stringify(aheadOf(before, slides)?.page)).not.toContain('TEXT-flagged')
})

it('adds up what was planned', () => {
	const planned = [textSlide('a', { minutes: 5 }), textSlide('b'), textSlide('c', { minutes: 10 })]
	expect(plannedMinutes(planned, 1)).toEqual({ before: 5, all: 15 })
	expect(plannedMinutes(planned, 3)).toEqual({ before: 15, all: 15 })
})
