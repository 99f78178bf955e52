/** Where parts of a slide stand, and what results read as. */
import { expect, it } from 'vitest'
import { acted, begun, counted } from '#domain/classroom/live.ts'
import { roomView } from '#domain/classroom/room-view.ts'
import { laidOut } from '#renderer/ui/slides/layout.ts'
import { percent, resultRows } from '#renderer/ui/slides/results.ts'
import { minutesAndSeconds } from '#renderer/ui/slides/times.ts'
import { pointSlide, presentationOf } from '../support/slides.ts'

const slides = [pointSlide('point', { fiction: null, depictions: [] })]
const presentation = presentationOf(slides)
let live = begun(presentation.id, slides, { noticeFirst: false, now: 0 })
live = counted(live, 'point', 1, [{ option: 'accurate', count: 3 }], 3)
live = counted(
	live,
	'point',
	2,
	[
		{ option: 'accurate', count: 1 },
		{ option: 'harmful', count: 3 },
	],
	4,
)

const pageAt = (step: number) => {
	const { page } = roomView(presentation, acted(live, slides, { type: 'go', slide: 0, step }, 0), null)
	if (!page) throw new Error('Nothing is on.')
	return page
}

it('puts a claim alone, what is asked below it, what is compared into columns', () => {
	expect(laidOut(pageAt(0), null)).toMatchObject({ kind: 'alone', columns: [] })
	expect(laidOut(pageAt(1), null)).toMatchObject({ kind: 'stack', first: [{ place: 0 }, { place: 1 }] })
	const reveal = laidOut(pageAt(4), null)
	expect(reveal.kind).toBe('compared')
	expect(reveal.first.map(({ part }) => part.type)).toEqual(['claim', 'verdict', 'finding'])
	expect(reveal.columns.map(({ name, parts }) => [name, parts.map(({ part }) => part.type)])).toEqual([
		['middle', ['poll']],
		['right', ['pane']],
	])
})

it('shows every part of a slide once, or the one that is enlarged', () => {
	for (let step = 0; step < 7; step++) {
		const page = pageAt(step)
		const { first, columns, last } = laidOut(page, null)
		const places = [...first, ...columns.flatMap(({ parts }) => parts), ...last].map(({ place }) => place)
		expect([...places].sort()).toEqual(page.parts.map((_, index) => index))
		for (const place of page.parts.keys()) {
			const alone = laidOut(page, place)
			expect([...alone.first, ...alone.columns.flatMap(({ parts }) => parts)].map((each) => each.place)).toEqual([
				place,
			])
		}
		expect(laidOut(page, 99).zoomed, 'a part that is not there').toBe(false)
	}
})

it('reads results as shares of each round, the right answer marked', () => {
	const poll = pageAt(4).parts.find((part) => part.type === 'poll')?.poll
	const rows = poll?.results ? resultRows(poll, poll.results) : []
	expect(rows.find(({ id }) => id === 'harmful')).toMatchObject({
		right: true,
		counts: [{ share: 0 }, { count: 3, share: 0.75 }],
	})
	expect(rows.filter(({ right }) => right)).toHaveLength(1)
	expect(percent(0.755)).toBe('76%')
})

it('counts a timer by the second that has begun', () => {
	expect(minutesAndSeconds(59_400)).toBe('0:59')
	expect(minutesAndSeconds(59_400, true)).toBe('1:00')
	expect(minutesAndSeconds(3_661_000)).toBe('1:01:01')
})
