/** How the kinds of slides, steps and polls read on screen. */
import type { Poll, Slide, SlideStep } from '#contract/classroom/presentations.ts'

const stepLabels: Record<SlideStep, string> = {
	open: 'Opening',
	vote: 'Vote',
	discuss: 'Talk to a neighbour',
	revote: 'Second vote',
	reveal: 'Reveal',
	evidence: 'Evidence',
	discussion: 'Discussion',
}
const slideLabels: Record<Slide['type'], string> = {
	title: 'Title',
	point: 'Point',
	text: 'Text and pictures',
	question: 'Question',
	poll: 'Poll',
	references: 'References',
}
const pollLabels: Record<Poll['type'], string> = {
	'myth-or-fact': 'Myth or fact',
	verdict: 'Verdict scale',
	choice: 'Multiple choice',
	word: 'Short word',
}

export const stepLabel = (step: SlideStep): string => stepLabels[step]
export const slideLabel = (type: Slide['type']): string => slideLabels[type]
export const pollLabel = (type: Poll['type']): string => pollLabels[type]
