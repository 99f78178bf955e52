/** Which pages a slide has in a file: whoever reads it needs no step of their own for a vote or a talk with the neighbour. */
import type { Presentation, Slide, SlideStep } from '#contract/classroom/presentations.ts'
import type { Part, RoomPoll } from '#contract/classroom/room.ts'
import type { ContentNote } from '#contract/words.ts'
import { partsAt } from '#domain/classroom/parts.ts'
import { optionsOf } from '#domain/classroom/polls.ts'
import { contentNotesOf, stepsOf } from '#domain/classroom/steps.ts'
import { dimensionLabel } from '#domain/words/labels.ts'

export interface FilePage {
	slide: Slide
	step: SlideStep
	parts: Part[]
	/** What it is about and what it does, above everything else; empty where the heading says it. */
	label: string
	/** What the slide carries; named on each of its pages, so that the first one warns of those that follow. */
	contentNotes: ContentNote[]
	/** Works whose ending the page gives away. */
	spoilers: string[]
}

/** @returns the pages of a file, in their order */
export const pagesOf = ({ slides }: Pick<Presentation, 'slides'>): FilePage[] => slides.flatMap(pagesOfSlide)

export function pagesOfSlide(slide: Slide): FilePage[] {
	const steps = stepsOf(slide)
	const told = steps.filter((step) => !['open', 'vote', 'discuss', 'revote'].includes(step))
	const asked: SlideStep = steps.includes('vote') ? 'vote' : 'open'
	return [asked, ...told].map((step) => ({
		slide,
		step,
		parts: partsFor(slide, step),
		label: labelFor(slide, step),
		contentNotes: contentNotesOf(slide),
		spoilers:
			slide.type === 'point' && step === 'evidence'
				? slide.depictions.filter(({ spoiler }) => spoiler).map(({ work }) => work)
				: [],
	}))
}

function partsFor(slide: Slide, step: SlideStep): Part[] {
	const parts = partsAt(slide, { step, covered: false, poll: pollOf(slide, step) })
	// What was asked stands on the page before.
	return slide.type === 'point' && step !== 'vote' ? parts.filter(({ type }) => type !== 'poll') : parts
}

function pollOf(slide: Slide, step: SlideStep): RoomPoll {
	const asked = slide.type === 'poll' || slide.type === 'point' ? slide.poll : undefined
	const { answer = null, ...poll } = asked ?? { type: 'choice' as const, question: '', options: [] }
	return {
		...poll,
		options: optionsOf(poll),
		round: 1,
		open: false,
		voters: 0,
		results: step === 'reveal' ? { rounds: [], answer } : null,
	}
}

const stepLabels: Partial<Record<SlideStep, string>> = {
	open: 'in fiction',
	vote: 'in fiction',
	reveal: 'fiction and clinical reality',
	evidence: 'the evidence',
	discussion: 'to discuss',
}

function labelFor(slide: Slide, step: SlideStep): string {
	if (slide.type === 'point') return `${dimensionLabel(slide.dimension)} · ${stepLabels[step] ?? ''}`
	if (slide.type === 'question') return 'To discuss'
	return slide.type === 'poll' ? (step === 'reveal' ? 'The answer' : 'What do you think?') : ''
}
