/** The steps of a slide: claim, vote, discussion with the neighbour, second vote, reveal, evidence, discussion. */
import type { Slide, SlideStep } from '#contract/classroom/presentations.ts'
import { slideSteps } from '#contract/tokens.ts'
import type { ContentNote } from '#contract/words.ts'

const possible: Record<Slide['type'], readonly SlideStep[]> = {
	title: ['open'],
	point: slideSteps,
	text: ['open'],
	question: ['open'],
	poll: ['open', 'vote', 'discuss', 'revote', 'reveal'],
	references: ['open'],
}

/** @returns the steps that a slide of this type can have, `open` first */
export const possibleSteps = (type: Slide['type']): readonly SlideStep[] => possible[type]

/** @returns the slide's steps in their order, `open` first. Nobody votes again who was not asked before. */
export function stepsOf({ type, steps }: Pick<Slide, 'type' | 'steps'>): SlideStep[] {
	const chosen: ReadonlySet<SlideStep> = new Set<SlideStep>(['open', ...steps])
	return possible[type].filter((step) => chosen.has(step) && (step !== 'revote' || chosen.has('vote')))
}

/** @returns what a slide carries, wherever on it */
export function contentNotesOf(slide: Slide): ContentNote[] {
	const notes = new Set(slide.contentNotes)
	if (slide.type === 'point') {
		for (const part of [...slide.depictions, slide.fiction, slide.reality])
			for (const note of part?.contentNotes ?? []) notes.add(note)
	}
	return [...notes]
}
