/** What a room has answered: what is kept of it, and how it leaves. */
import { describe, expect, it } from 'vitest'
import { type Live, Result } from '#contract/classroom/classroom.ts'
import type { Slide } from '#contract/classroom/presentations.ts'
import { readNote } from '#domain/annotations/note-text.ts'
import { noteTitle } from '#domain/annotations/note-title.ts'
import { acted, begun, counted } from '#domain/classroom/live.ts'
import { answersOf, resultNote, resultTable } from '#domain/classroom/results.ts'
import { pointSlide, pollSlide, textSlide } from '../../support/slides.ts'

const tally = (counts: Record<string, number>) => Object.entries(counts).map(([option, count]) => ({ option, count }))
const begin = (slides: Slide[]): Live => begun('presentation', slides, { noticeFirst: false, now: 0 })
const result = (polls: Result['polls'], title = 'Sleep') =>
	Result.parse({ id: 1, presentation: '00000000-0000-4000-8000-000000000000', title, at: 0, polls })

describe('what is kept', () => {
	const slides = [textSlide(), pollSlide('asked'), pollSlide('silent'), pointSlide()]

	it('is what was voted in and counted by hand, together, without anything of who or when', () => {
		let live = begin(slides)
		live = counted(live, 'asked', 1, tally({ a: 3 }), 3)
		live = acted(live, slides, { type: 'hand', slide: 'asked', round: 1, tally: tally({ a: 1, b: 2 }) }, 0)
		live = acted(live, slides, { type: 'hand', slide: 'point', round: 2, tally: tally({ harmful: 4 }) }, 0)
		const kept = answersOf(slides, live)
		expect(kept).toMatchObject([
			{ slide: 'asked', about: '', rounds: [tally({ a: 4, b: 2 })] },
			{ slide: 'point', about: 'CLAIM-point', rounds: [[], tally({ harmful: 4 })] },
		])
		for (const poll of kept) expect(Object.keys(poll).sort()).toEqual(['about', 'poll', 'rounds', 'slide'])
		expect(result(kept).polls).toEqual(kept)
	})

	it('is nothing where nobody answered', () => {
		const live = acted(begin(slides), slides, { type: 'go', slide: 1, step: 1 }, 0)
		expect(answersOf(slides, live)).toEqual([])
	})
})

describe('as a table', () => {
	it('has a row for each option, chosen or not; words come by how often they were said', () => {
		const word = pollSlide('word', { poll: { type: 'word', question: 'In a word?', options: [], answer: null } })
		const slides = [pointSlide(), word]
		let live = counted(begin(slides), 'point', 1, tally({ harmful: 3, accurate: 1 }), 4)
		live = counted(live, 'word', 1, tally({ calm: 1, 'out of it': 2 }), 3)
		live = counted(live, 'word', 2, tally({ calm: 4 }), 4)
		const { head, rows } = resultTable({ polls: answersOf(slides, live) })
		expect(head).toEqual(['Poll', 'Claim', 'Question', 'Answer', 'Right', 'First vote', 'Second vote'])
		expect(rows.filter(([poll]) => poll === 2)).toEqual([
			[2, '', 'In a word?', 'calm', '', 1, 4],
			[2, '', 'In a word?', 'out of it', '', 2, 0],
		])
		const verdicts = rows.filter(([poll]) => poll === 1)
		expect(verdicts.find(([, , , answer]) => answer === 'Harmful')).toEqual([
			1,
			'CLAIM-point',
			'POLL-point',
			'Harmful',
			'yes',
			3,
			'',
		])
		expect(verdicts.length).toBeGreaterThan(2)
	})
})

describe('as a note', () => {
	it('says both votes, with shares, and what is right', () => {
		const slides = [pollSlide()]
		let live = counted(begin(slides), 'poll', 1, tally({ a: 7, b: 3 }), 10)
		live = counted(live, 'poll', 2, tally({ b: 8 }), 8)
		const note = resultNote({ title: 'Sleep', polls: answersOf(slides, live) }, '22 November 2026')
		expect(note).toBe(
			[
				'# Answers to ‘Sleep’, 22 November 2026',
				'POLL-poll',
				'- One: 7 (70 %), then 0 (0 %)\n- **Two** (right): 3 (30 %), then 8 (100 %)',
				'10 voted first, 8 after the discussion.',
			].join('\n\n'),
		)
		expect(noteTitle(note)).toMatch(/^Answers to ‘Sleep’, 22 November 2026/)
	})

	it('leaves words as they are, whatever Markdown would make of them', () => {
		const slides = [pointSlide('point', { claim: '# One *night*\n- of [love](http://evil.example)' })]
		const live = counted(begin(slides), 'point', 1, tally({ '**word**': 1 }), 1)
		const note = resultNote({ title: 'A_b_*c*', polls: answersOf(slides, live) }, 'today')
		expect(JSON.stringify(readNote(note))).not.toMatch(/"emphasis"|"type":"link"/)
		expect(note.match(/^#/gm)).toHaveLength(1)
	})
})
