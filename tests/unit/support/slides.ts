/** Slides of every type, whose every text says what it is: what leaks can be told by its word. */
import { randomUUID } from 'node:crypto'
import type { PointSlide, Presentation, Slide } from '#contract/classroom/presentations.ts'

const common = (id: string) => ({ id, notes: `NOTES-${id}`, contentNotes: [], minutes: null, steps: [] })

export const pointSlide = (id = 'point', more: Partial<PointSlide> = {}): PointSlide => ({
	...common(id),
	type: 'point',
	steps: ['vote', 'discuss', 'revote', 'reveal', 'evidence', 'discussion'],
	source: { comparison: 'a-comparison', point: 'a-point' },
	dimension: 'mechanism',
	claim: `CLAIM-${id}`,
	finding: `FINDING-${id}`,
	explanation: `EXPLANATION-${id}`,
	verdict: 'harmful',
	question: `QUESTION-${id}`,
	poll: { type: 'verdict', question: `POLL-${id}`, options: [], answer: 'harmful' },
	depictions: [
		{ id: 'plain', work: 'A film (1990)', stance: 'asserts', text: `PLAIN-${id}`, contentNotes: [], spoiler: false },
		{
			id: 'hard',
			work: 'A novel (1880)',
			stance: 'mixed',
			text: `HARD-${id}`,
			contentNotes: ['suicide'],
			spoiler: true,
		},
	],
	references: [{ id: 'someone-2014', label: 'Someone, 2014', entry: [{ text: `REFERENCE-${id}` }] }],
	fiction: passage(`FICTION-${id}`, ['abuse']),
	reality: passage(`REALITY-${id}`, []),
	...more,
})

const passage = (text: string, contentNotes: PointSlide['contentNotes']) => ({
	document: 'a-document',
	block: 'here',
	title: 'A document',
	blocks: [{ id: 'here', type: 'paragraph' as const, text }],
	contentNotes,
})

export const textSlide = (id = 'text', more: Partial<Extract<Slide, { type: 'text' }>> = {}): Slide => ({
	...common(id),
	type: 'text',
	heading: `HEADING-${id}`,
	text: `TEXT-${id}`,
	...more,
})

export const pollSlide = (id = 'poll', more: Partial<Extract<Slide, { type: 'poll' }>> = {}): Slide => ({
	...common(id),
	type: 'poll',
	steps: ['vote', 'discuss', 'revote', 'reveal'],
	poll: {
		type: 'choice',
		question: `POLL-${id}`,
		options: [
			{ id: 'a', label: 'One' },
			{ id: 'b', label: 'Two' },
		],
		answer: 'b',
	},
	explanation: `EXPLANATION-${id}`,
	...more,
})

/** One of each type. */
export const slidesOfAllTypes = (): Slide[] => [
	{ ...common('title'), type: 'title', heading: 'HEADING-title', text: 'TEXT-title' },
	pointSlide(),
	textSlide('flagged', { contentNotes: ['death'] }),
	{ ...common('question'), type: 'question', question: 'QUESTION-question', text: 'TEXT-question' },
	pollSlide(),
	{ ...common('references'), type: 'references', heading: 'HEADING-references', references: [] },
]

export const presentationOf = (slides: Slide[] = slidesOfAllTypes()): Presentation => ({
	id: randomUUID(),
	title: 'A presentation',
	comparison: null,
	theme: 'light',
	slides,
	created: 0,
	modified: 0,
})
