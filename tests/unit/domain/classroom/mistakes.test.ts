/** What somebody had wrong, as cards that Parallax and Anki read. */
import { describe, expect, it } from 'vitest'
import { readText } from '#backend/cards/transfer/text.ts'
import type { LiveAction } from '#contract/classroom/classroom.ts'
import type { RoomPage } from '#contract/classroom/room.ts'
import { acted, begun } from '#domain/classroom/live.ts'
import { lastChoice, mistakesIn, mistakesText, wasRight } from '#domain/classroom/mistakes.ts'
import { pageOf } from '#domain/classroom/room-view.ts'
import { pointSlide, pollSlide, presentationOf } from '../../support/slides.ts'

/** Slides at their reveal. */
function revealedPages(): RoomPage[] {
	const slides = [pointSlide('point', { claim: 'A "cure"\tin one night', depictions: [], fiction: null }), pollSlide()]
	const presentation = presentationOf(slides)
	let live = begun(presentation.id, slides, { noticeFirst: false, now: 0 })
	return slides.map((_, slide) => {
		live = acted(live, slides, { type: 'go', slide, step: 4 } satisfies LiveAction, 0)
		const page = pageOf(presentation, live)
		if (page?.step !== 'reveal') throw new Error('not revealed')
		return page
	})
}
const vote = (slide: string, round: 1 | 2, choice: string) => ({ slide, round, choice })

describe('what was wrong', () => {
	it('is a card for each answer that was missed', () => {
		const pages = revealedPages()
		const mistakes = mistakesIn(pages, [vote('point', 1, 'accurate'), vote('poll', 1, 'a')])
		expect(mistakes).toEqual([
			{ front: 'A "cure"\tin one night\n\nPOLL-point', back: 'Harmful\n\nFINDING-point' },
			{ front: 'POLL-poll', back: 'Two\n\nEXPLANATION-poll' },
		])
	})

	it('is what was chosen last, and nothing where nobody chose or nothing is right', () => {
		const pages = revealedPages()
		const votes = [vote('point', 2, 'harmful'), vote('point', 1, 'accurate'), vote('elsewhere', 1, 'a')]
		expect(lastChoice(votes, 'point')).toBe('harmful')
		expect(mistakesIn(pages, votes)).toEqual([])
		expect(wasRight({ results: { rounds: [], answer: null } }, 'a')).toBeUndefined()
		expect(wasRight({ results: null }, 'a')).toBeUndefined()
		expect(mistakesIn(pages, [vote('poll', 1, 'b'), vote('poll', 2, 'a')])).toHaveLength(1)
	})

	it('goes into a file that comes back as it was', () => {
		const mistakes = mistakesIn(revealedPages(), [vote('point', 1, 'accurate'), vote('poll', 1, 'a')])
		const text = mistakesText(
			[...mistakes, { front: '#1 is <b>not</b> a comment', back: '1 < 2 & 3' }],
			'A talk::\n on love ',
		)
		expect(text.split('\n').slice(0, 5)).toEqual([
			'#separator:tab',
			'#html:false',
			'#notetype:Basic',
			'#deck:A talk: on love',
			'#columns:Front\tBack',
		])
		const reader = { now: 0, known: () => undefined, deck: 'elsewhere' }
		const reading = readText(new TextEncoder().encode(text), 'cards.txt', reader)
		let step = reading.next()
		while (!step.done) step = reading.next()
		const { notes } = step.value
		for (const note of notes) expect([note.type.name, note.deck]).toEqual(['Basic', 'A talk: on love'])
		expect(notes.map(({ fields }) => fields)).toEqual([
			['A "cure"\tin one night<br><br>POLL-point', 'Harmful<br><br>FINDING-point'],
			['POLL-poll', 'Two<br><br>EXPLANATION-poll'],
			['#1 is &lt;b&gt;not&lt;/b&gt; a comment', '1 &lt; 2 &amp; 3'],
		])
	})
})
