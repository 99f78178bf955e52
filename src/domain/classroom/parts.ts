/** What stands on a slide at a step. The room, the presenter’s preview and exports all take it from here. */
import type { PointSlide, Slide, SlidePassage, SlideStep } from '#contract/classroom/presentations.ts'
import type { Part, RoomPoll } from '#contract/classroom/room.ts'
import type { ContentNote } from '#contract/words.ts'
import { dimensionLabel } from '../words/labels.ts'

export interface Showing {
	step: SlideStep
	/** Parts that carry content notes are left out, and said to be. */
	covered: boolean
	/** The slide’s poll as the room may see it now. */
	poll: RoomPoll
}

/** @returns what the slide is called in a list */
export function labelOf(slide: Slide): string {
	switch (slide.type) {
		case 'point':
			return `${dimensionLabel(slide.dimension)}: ${slide.claim}`.slice(0, 500)
		case 'question':
			return slide.question
		case 'poll':
			return slide.poll.question
		default:
			return slide.heading
	}
}

/** @returns the parts from top to bottom; empty texts have none */
export function partsAt(slide: Slide, showing: Showing): Part[] {
	return partsOf(slide, showing).filter((part) => !('text' in part) || part.text.trim() !== '')
}

function partsOf(slide: Slide, { step, covered, poll }: Showing): Part[] {
	const hidden = covered && slide.contentNotes.length > 0
	const flagged = (part: Part): Part => (hidden ? { type: 'covered', contentNotes: slide.contentNotes } : part)
	const asked: Part[] = slide.steps.includes('vote') || slide.type === 'poll' ? [{ type: 'poll', poll }] : []
	switch (slide.type) {
		case 'title':
		case 'text':
			return [{ type: 'heading', text: slide.heading }, flagged({ type: 'markdown', text: slide.text })]
		case 'question':
			return [{ type: 'question', text: slide.question }, flagged({ type: 'markdown', text: slide.text })]
		case 'references':
			return [
				{ type: 'heading', text: slide.heading },
				{ type: 'references', items: slide.references },
			]
		case 'poll':
			return step === 'reveal' ? [...asked, flagged({ type: 'explanation', text: slide.explanation })] : asked
		case 'point':
			return pointParts(slide, step, asked, flagged, covered)
	}
}

function pointParts(
	slide: PointSlide,
	step: SlideStep,
	asked: Part[],
	flagged: (part: Part) => Part,
	covered: boolean,
): Part[] {
	const claim: Part = { type: 'claim', text: slide.claim }
	const compared: Part[] = [
		claim,
		{ type: 'verdict', verdict: slide.verdict },
		{ type: 'finding', text: slide.finding },
	]
	const question: Part = { type: 'question', text: slide.question }
	switch (step) {
		case 'open':
			return [claim]
		case 'vote':
		case 'revote':
			return [claim, ...asked]
		case 'discuss':
			return [claim, question, ...asked]
		case 'reveal':
			return [...compared, ...asked, ...pairOf(slide, covered)]
		case 'evidence':
			return [
				...compared,
				flagged({ type: 'explanation', text: slide.explanation }),
				...depictionsOf(slide, covered),
				...(slide.references.length > 0 ? [{ type: 'references' as const, items: slide.references }] : []),
			]
		case 'discussion':
			return [...compared, question]
	}
}

function depictionsOf({ depictions }: PointSlide, covered: boolean): Part[] {
	const shown = covered ? depictions.filter(({ contentNotes }) => contentNotes.length === 0) : depictions
	const left = depictions.filter((each) => !shown.includes(each))
	const items = shown.map(({ id, work, stance, text }) => ({ id, work, stance, text }))
	return [...(items.length > 0 ? [{ type: 'depictions' as const, items }] : []), ...coverFor(left)]
}

function pairOf({ fiction, reality }: PointSlide, covered: boolean): Part[] {
	const panes = [fiction, reality].map((pane) => (pane && !(covered && pane.contentNotes.length > 0) ? pane : null))
	const [left, right] = panes.map((pane) => pane && withoutNotes(pane))
	const hidden = [fiction, reality].filter((pane, index) => pane !== null && panes[index] === null)
	const pair: Part[] = left || right ? [{ type: 'pair', fiction: left ?? null, reality: right ?? null }] : []
	return [...pair, ...coverFor(hidden)]
}

const withoutNotes = ({ contentNotes: _, ...pane }: SlidePassage) => pane

function coverFor(hidden: readonly ({ contentNotes: ContentNote[] } | null)[]): Part[] {
	const contentNotes = [...new Set(hidden.flatMap((each) => each?.contentNotes ?? []))]
	return contentNotes.length > 0 ? [{ type: 'covered', contentNotes }] : []
}
