/** What a presenter does, and what the room sees of it. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Live, LiveAction } from '#contract/classroom/classroom.ts'
import type { Slide } from '#contract/classroom/presentations.ts'
import { RoomView } from '#contract/classroom/room.ts'
import { acted, begun, counted, leftOf, openPoll } from '#domain/classroom/live.ts'
import { roomView } from '#domain/classroom/room-view.ts'
import { stepsOf } from '#domain/classroom/steps.ts'
import { pointSlide, pollSlide, presentationOf, slidesOfAllTypes, textSlide } from '../../support/slides.ts'

const join = { url: 'http://a/', short: 'a', code: 'ABC', qr: { size: 21, path: 'M0 0' } }

/** A presentation that is on, with what can be done and seen. */
function on(slides: Slide[], { noticeFirst = false } = {}) {
	const presentation = presentationOf(slides)
	let live: Live = begun(presentation.id, slides, { noticeFirst, now: 1000 })
	return {
		live: () => live,
		act(action: LiveAction, now = 2000) {
			live = acted(live, slides, LiveAction.parse(action), now)
		},
		count(slide: string, round: 1 | 2, option: string, count: number) {
			live = counted(live, slide, round, [{ option, count }], count)
		},
		room: () => RoomView.parse(roomView(presentation, live, join)),
		text: () => JSON.stringify(roomView(presentation, live, join)),
		open: () => openPoll(live, slides),
	}
}
const types = (view: RoomView) => view.page?.parts.map(({ type }) => type)

describe('a presentation that is on', () => {
	it('goes through the steps of a point, and back', () => {
		const room = on([textSlide('first'), pointSlide('point', { depictions: [], fiction: null })])
		expect(room.room()).toMatchObject({ state: 'slide', page: { number: 1, slide: 'first' } })
		const seen: unknown[] = []
		for (let step = 0; step < 7; step++) {
			room.act({ type: 'next' })
			seen.push([room.room().page?.step, types(room.room())])
		}
		expect(seen).toEqual([
			['open', ['claim']],
			['vote', ['claim', 'poll']],
			['discuss', ['claim', 'question', 'poll']],
			['revote', ['claim', 'poll']],
			['reveal', ['claim', 'verdict', 'finding', 'poll', 'pair']],
			['evidence', ['claim', 'verdict', 'finding', 'explanation', 'references']],
			['discussion', ['claim', 'verdict', 'finding', 'question']],
		])
		room.act({ type: 'next' })
		expect(room.room()).toMatchObject({ state: 'ended', page: null })
		room.act({ type: 'back' })
		expect(room.room().page).toMatchObject({ number: 2, step: 'discussion' })
		for (let step = 0; step < 7; step++) room.act({ type: 'back' })
		expect(room.room().page).toMatchObject({ number: 1, slide: 'first' })
		room.act({ type: 'back' })
		expect(room.room().page).toMatchObject({ number: 1, slide: 'first' })
	})

	it('takes votes in the steps for it, until the presenter ends them or the results are out', () => {
		const room = on([pollSlide('poll')])
		expect(room.open()).toBeNull()
		room.act({ type: 'next' })
		expect(room.open()).toMatchObject({ round: 1 })
		room.act({ type: 'votes', open: false })
		expect(room.open()).toBeNull()
		room.act({ type: 'votes', open: true })
		room.count('poll', 1, 'a', 7)
		expect(room.room().page?.parts[0]).toMatchObject({ poll: { round: 1, open: true, voters: 7, results: null } })
		room.act({ type: 'next' })
		expect(room.open()).toBeNull()
		room.act({ type: 'next' })
		expect(room.open()).toMatchObject({ round: 2 })
		room.count('poll', 2, 'b', 8)
		room.act({ type: 'hand', slide: 'poll', round: 2, tally: [{ option: 'b', count: 2 }] })
		room.act({ type: 'next' })
		expect(room.room().page?.parts[0]).toMatchObject({
			poll: {
				results: { rounds: [[{ option: 'a', count: 7 }], [{ option: 'b', count: 10 }]], answer: 'b' },
			},
		})
		room.act({ type: 'back' })
		expect(room.open()).toBeNull()
	})

	it('holds a slide that carries a content note until the presenter has decided', () => {
		const slides = [textSlide('first'), textSlide('flagged', { contentNotes: ['death'] }), textSlide('last')]
		const shown = on(slides)
		shown.act({ type: 'next' })
		expect(shown.live().held).toMatchObject({ slide: 1, contentNotes: ['death'] })
		expect(shown.room().page?.slide).toBe('first')
		shown.act({ type: 'decide', how: 'show' })
		expect(shown.text()).toContain('TEXT-flagged')
		shown.act({ type: 'decide', how: 'cover' })
		expect(shown.text()).not.toContain('TEXT-flagged')

		const skipped = on(slides)
		skipped.act({ type: 'next' })
		skipped.act({ type: 'decide', how: 'skip' })
		expect(skipped.room().page?.slide).toBe('last')
		skipped.act({ type: 'back' })
		skipped.act({ type: 'decide', how: 'skip' })
		expect(skipped.room().page?.slide).toBe('first')

		const stayed = on(slides, { noticeFirst: true })
		stayed.act({ type: 'next' })
		expect(stayed.room()).toMatchObject({ state: 'notice', page: null })
		stayed.act({ type: 'decide', how: 'stay' })
		expect(stayed.room().page?.slide).toBe('first')
	})

	it('waits before a first slide that carries a content note', () => {
		const room = on([textSlide('flagged', { contentNotes: ['death'] })])
		expect(room.room()).toMatchObject({ state: 'waiting', page: null })
		room.act({ type: 'decide', how: 'show' })
		expect(room.room().page?.slide).toBe('flagged')
	})

	it('goes black, invites, enlarges and points', () => {
		const room = on([textSlide('first')])
		room.act({ type: 'black', on: true })
		expect(room.room()).toMatchObject({ state: 'black', page: null, join: null })
		room.act({ type: 'black', on: false })
		room.act({ type: 'join', on: true })
		expect(room.room()).toMatchObject({ state: 'join', join })
		room.act({ type: 'join', on: false })
		room.act({ type: 'zoom', part: 1 })
		room.act({ type: 'pointer', at: { x: 0.5, y: 0.25 } })
		room.act({ type: 'scroll', to: 0.5 })
		expect(room.room()).toMatchObject({ zoom: 1, pointer: { x: 0.5, y: 0.25 }, scroll: 0.5, join: null })
		room.act({ type: 'next' })
		room.act({ type: 'back' })
		expect(room.room()).toMatchObject({ zoom: null, pointer: null, scroll: 0 })
	})

	it('has a timer that can be stopped and goes on', () => {
		const room = on([textSlide('first')])
		room.act({ type: 'timer', length: 60_000 }, 1000)
		room.act({ type: 'pause', on: true }, 21_000)
		expect(room.room().timer).toEqual({ length: 60_000, left: 40_000, runningSince: null })
		room.act({ type: 'pause', on: true }, 30_000)
		room.act({ type: 'pause', on: false }, 30_000)
		const { timer } = room.room()
		expect(timer && leftOf(timer, 40_000)).toBe(30_000)
		expect(timer && leftOf(timer, 400_000)).toBe(0)
		room.act({ type: 'timer', length: null })
		expect(room.room().timer).toBeNull()
	})

	it('asks nobody twice who was not asked once', () => {
		expect(stepsOf({ type: 'poll', steps: ['reveal', 'revote'] })).toEqual(['open', 'reveal'])
		expect(stepsOf({ type: 'text', steps: ['vote'] })).toEqual(['open'])
	})
})

const action: fc.Arbitrary<LiveAction> = fc.oneof(
	{ weight: 4, arbitrary: fc.constant({ type: 'next' as const }) },
	fc.constant({ type: 'back' as const }),
	fc.record({ type: fc.constant('go' as const), slide: fc.nat(7), step: fc.nat(8) }),
	fc.record({ type: fc.constant('decide' as const), how: fc.constantFrom('show', 'cover', 'skip', 'stay') }),
	fc.record({ type: fc.constant('black' as const), on: fc.boolean() }),
	fc.record({ type: fc.constant('join' as const), on: fc.boolean() }),
	fc.record({ type: fc.constant('zoom' as const), part: fc.option(fc.nat(4)) }),
	fc.record({ type: fc.constant('votes' as const), open: fc.boolean() }),
)

describe('what the room is sent', () => {
	it('has no notes, nothing of a slide that was not shown, nothing covered and no result before the reveal', () => {
		fc.assert(
			fc.property(fc.array(action, { maxLength: 60 }), fc.boolean(), (actions, noticeFirst) => {
				const slides = slidesOfAllTypes()
				const room = on(slides, { noticeFirst })
				room.count('point', 1, 'harmful', 91_919)
				room.count('poll', 1, 'a', 91_919)
				for (const each of actions) {
					room.act(each)
					const view = room.room()
					const text = room.text()
					expect(text).not.toContain('NOTES-')
					const here = view.page?.slide
					for (const { id } of slides.filter((slide) => slide.id !== here)) expect(text).not.toContain(`-${id}"`)
					for (const part of view.page?.parts ?? [])
						if (part.type === 'poll') expect(part.poll.results === null).toBe(view.page?.step !== 'reveal')
					const how = here && room.live().decided[here]
					if (here === 'flagged') expect(text.includes('TEXT-flagged')).toBe(how === 'show')
					if (how === 'cover') for (const word of ['HARD-', 'FICTION-']) expect(text).not.toContain(word)
					if (view.state !== 'slide' && view.state !== 'join') expect(view.page).toBeNull()
					expect(room.live().shown.length).toBe(new Set(room.live().shown).size)
				}
			}),
			{ numRuns: 300 },
		)
	})
})
