/** Presentations to look at and to change. */

import type { Presentation } from '#contract/classroom/presentations.ts'
import type { Client } from '#contract/index.ts'
import { makeSlides } from '#domain/classroom/making.ts'

<<<<<<<< HEAD:tests/setup/lecture.ts
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
========
export const comparisonId = 'intimate-psychotherapy-and-sex-therapy'

/** @returns a presentation made of some points of the comparison that ships */
export async function makePresentation(
	{ library, presentations }: Client,
	title = 'Made for a class',
): Promise<Presentation> {
	const view = await library.comparison({ id: comparisonId })
	const points = view.comparison.points.slice(0, 3).map(({ id }) => id)
	const slides = makeSlides(view, { points })
	return presentations.create({ title, comparison: comparisonId, theme: 'light', slides })
>>>>>>>> v:tests/setup/slides.ts
}

/** Presents it and counts hands at its first point, in both rounds; once, however often it is asked for. */
export async function endedWithVotes({ presentations, classroom }: Client, presentation: string): Promise<void> {
	if ((await classroom.results.list({ presentation })).length) return
	const { slides } = await presentations.show({ id: presentation })
	const slide = slides.find(({ type }) => type === 'point')?.id ?? ''
	const hands = (round: 1 | 2, accurate: number, harmful: number) =>
		classroom.act({
			type: 'hand',
			slide,
			round,
			tally: [
				{ option: 'accurate', count: accurate },
				{ option: 'harmful', count: harmful },
			],
		})
	await classroom.start({ presentation })
	await hands(1, 12, 5)
	await hands(2, 4, 13)
	await classroom.end()
}
