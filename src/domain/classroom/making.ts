/** Slides from a comparison, and slides of one’s own. What is made here is a start that the presenter edits. */
import type { PointSlide, Slide } from '#contract/classroom/presentations.ts'
import type { ComparisonView } from '#contract/library.ts'
import { literal } from '../cards/making.ts'
import { contentNotePhrase } from '../words/labels.ts'
import { pointSlide } from './point-slide.ts'
import { contentNotesOf } from './steps.ts'

export interface SlideChoice {
	/** Ids of the points in the order of their slides; all of them without. */
	points?: readonly string[]
	/** By the point’s id, ids of the depictions that its slide shows; up to three that assert the claim without. */
	depictions?: Readonly<Record<string, readonly string[]>>
	/** The steps after `open`; all of them without. */
	steps?: PointSlide['steps']
	/** Whether the linked pair of passages is opened at the reveal; it is without a word on it. */
	pairs?: boolean
}

const allSteps: PointSlide['steps'] = ['vote', 'discuss', 'revote', 'reveal', 'evidence', 'discussion']

/** @returns a title, a slide for each point, and the references of all of them, each once */
export function makeSlides(view: ComparisonView, choice: SlideChoice = {}): Slide[] {
	const { comparison } = view
	const { points = comparison.points.map(({ id }) => id), depictions = {}, steps = allSteps, pairs = true } = choice
	const made = [...new Set(points)].flatMap((id) => {
		const point = comparison.points.find((each) => each.id === id)
		return point ? [pointSlide(view, point, { depictions: depictions[id], steps, pairs })] : []
	})
	const title: Slide = {
		...ownSlide('title', 'title'),
		heading: comparison.title,
		text: literal(comparison.summary),
		notes: warningOf(made),
	}
	return [title, ...made, ...referencesSlide(made)]
}

type OwnType = 'title' | 'text' | 'question' | 'poll'
/**
 * @param id one that no slide of the presentation has or had
 * @returns an empty slide
 */
export function ownSlide<T extends OwnType>(type: T, id: string): Extract<Slide, { type: T }>
export function ownSlide(type: OwnType, id: string): Slide {
	const common = { id, notes: '', contentNotes: [], minutes: null, steps: [] }
	switch (type) {
		case 'title':
		case 'text':
			return { ...common, type, heading: '', text: '' }
		case 'question':
			return { ...common, type, question: '', text: '' }
		case 'poll': {
			const poll = { type: 'myth-or-fact', question: '', options: [], answer: null } as const
			return {
				...common,
				type,
				steps: ['vote', 'discuss', 'revote', 'reveal'],
				poll: { ...poll, options: [] },
				explanation: '',
			}
		}
	}
}

/** What the presenter should know before they begin. */
function warningOf(slides: readonly Slide[]): string {
	const notes = [...new Set(slides.flatMap(contentNotesOf))]
	if (notes.length === 0) return ''
	return `These slides carry content notes: ${contentNotePhrase(notes)}. Before each of them you alone are told, and choose whether it is shown, covered or skipped.`
}

function referencesSlide(slides: readonly PointSlide[]): Slide[] {
	const references = new Map(slides.flatMap((slide) => slide.references.map((each) => [each.id, each] as const)))
	if (references.size === 0) return []
	const words = ({ entry }: PointSlide['references'][number]) => entry.map(({ text }) => text).join('')
	const sorted = [...references.values()].sort((one, other) => words(one).localeCompare(words(other), 'en'))
	const { id, notes, contentNotes, minutes, steps } = ownSlide('text', 'references')
	return [{ id, notes, contentNotes, minutes, steps, type: 'references', heading: 'References', references: sorted }]
}
