/** Slides as a lecturer would have them. */
import type { PointSlide, Slide } from '../../src/contract/classroom/presentations.ts'

const common = (id: string) => ({ id, notes: 'NOTES for the speaker alone', contentNotes: [], minutes: null })

const point: PointSlide = {
	...common('mechanism'),
	type: 'point',
	steps: ['vote', 'discuss', 'revote', 'reveal', 'evidence', 'discussion'],
	source: { comparison: 'intimate-psychotherapy', point: 'mechanism' },
	dimension: 'mechanism',
	claim: 'One night of love ends the trauma.',
	finding: 'Trauma eases through planned work over weeks; what helps is meeting the memory in safety.',
	explanation:
		'Trials of therapies that face the memory show **large effects** after eight to twelve sessions.\n\n- Exposure\n- Cognitive processing\n- Eye movement desensitisation',
	verdict: 'harmful',
	question: 'Why does fiction like the sudden cure so much?',
	poll: { type: 'verdict', question: 'How does the claim fare?', options: [], answer: 'harmful' },
	depictions: [
		{
			id: 'one',
			work: 'Spellbound (1945)',
			stance: 'asserts',
			text: 'The analyst’s love opens the memory in one night.',
			contentNotes: [],
			spoiler: true,
		},
	],
	references: [
		{
			id: 'someone-2014',
			label: 'Someone, 2014',
			entry: [
				{ text: 'Someone, A. (2014). ' },
				{ text: 'Trauma and its therapies', emphasis: true },
				{ text: '. A publisher.' },
			],
		},
	],
	fiction: {
		document: 'the-love-cure',
		block: 'b2',
		title: 'The love cure',
		blocks: [
			{ id: 'b1', type: 'heading', text: 'How it goes' },
			{
				id: 'b2',
				type: 'paragraph',
				text: 'The patient falls into the healer’s arms, and by the morning the nightmares have gone.',
			},
			{ id: 'b3', type: 'paragraph', text: 'Nobody speaks of it again.' },
		],
		contentNotes: [],
	},
	reality: {
		document: 'trauma',
		block: 'b1',
		title: 'Trauma and its therapy',
		blocks: [{ id: 'b1', type: 'paragraph', text: 'Symptoms ease step by step. Setbacks are part of it.' }],
		contentNotes: [],
	},
}

/** A title, a point with every step, a choice, a word, a text. */
export const lecture = (): Slide[] => [
	{
		...common('title'),
		type: 'title',
		steps: [],
		heading: 'Love as a cure',
		text: 'What films tell of therapy, and what is known.',
	},
	point,
	{
		...common('choice'),
		type: 'poll',
		steps: ['vote', 'reveal'],
		poll: {
			type: 'choice',
			question: 'How many sessions do trials of exposure usually have?',
			options: [
				{ id: 'a', label: 'One' },
				{ id: 'b', label: 'Eight to fifteen' },
				{ id: 'c', label: 'More than a hundred' },
			],
			answer: 'b',
		},
		explanation: 'Most manuals plan **eight to fifteen**.',
	},
	{
		...common('word'),
		type: 'poll',
		steps: ['vote', 'reveal'],
		poll: { type: 'word', question: 'Love in one word?', options: [], answer: null },
		explanation: '',
	},
	{
		...common('text'),
		type: 'text',
		steps: [],
		heading: 'What to take home',
		text: '1. Love helps.\n2. It does not treat.\n\n> A relationship is no therapy.',
	},
]
