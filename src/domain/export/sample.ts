/** A small made-up notebook: one of everything, for a preview without notes and for trying a template. No work in it exists. */
import { workItem } from '../citations/works.ts'
import type { ExportDepiction, ExportInput, ExportNote, ExportPassage } from './input.ts'

const back = 'parallax://open/help'
const fiction: ExportPassage = {
	document: 'sample-trope',
	title: 'The one-night cure (made up)',
	side: 'fiction',
	quote: 'One night of sleep, and the fear is gone for good.',
	section: 'The morning after',
	paragraph: 2,
	start: 18,
	end: 68,
	cites: [{ id: 'sample-film' }],
	back,
}
const reality: ExportPassage = {
	document: 'sample-article',
	title: 'How fear fades (made up)',
	side: 'reality',
	quote: 'Most people need several weeks.',
	section: 'Course',
	paragraph: 3,
	cites: [{ id: 'sample-study', locator: 'p. 12' }],
	back,
}
const note = (more: Partial<ExportNote> & Pick<ExportNote, 'id' | 'kind'>): ExportNote => ({
	passages: [],
	tags: [],
	colour: { token: 'yellow', name: 'Yellow' },
	at: '2026-01-15T09:30:00.000Z',
	back,
	...more,
})
const notes: ExportNote[] = [
	note({
		id: 'sample-link',
		kind: 'link',
		passages: [fiction, reality],
		relation: 'contradicts',
		comment: 'The film skips the *weeks* in between.',
		tags: ['essay'],
		point: 'sample-point',
	}),
	note({ id: 'sample-question', kind: 'question', passages: [reality], comment: 'What of the others?' }),
	note({ id: 'sample-highlight', kind: 'highlight', passages: [fiction], tags: ['scene'] }),
	note({ id: 'sample-apart', kind: 'link', passages: [fiction, reality] }),
	note({ id: 'sample-note', kind: 'note', title: 'Plan', comment: '- Begin with the film.\n- End with the weeks.' }),
]
const depiction: ExportDepiction = {
	id: 'sample-depiction',
	work: 'The Long Morning',
	year: '1999',
	medium: 'film',
	trope: 'The one-night cure (made up)',
	treatment: 'straight',
	outcome: 'works',
	stance: 'asserts',
	text: 'She sleeps, wakes, and is no longer afraid.',
	cites: [{ id: 'sample-film' }],
	back,
}

export const sample: ExportInput = {
	title: 'Made-up notes',
	subtitle: 'A sample',
	date: '2026-01-31',
	language: 'en-GB',
	notes,
	points: [
		{
			id: 'sample-point',
			comparison: 'One night (made up)',
			dimension: 'course',
			claim: 'One night ends the fear.',
			finding: 'Fear fades over weeks.',
			explanation: 'What was learned slowly is unlearned slowly.',
			verdict: 'simplified',
			references: [{ id: 'sample-study' }],
			depictions: [depiction],
			back,
		},
	],
	texts: [
		{
			id: 'sample-trope',
			title: 'The one-night cure (made up)',
			kind: 'trope',
			blocks: [
				{
					id: 'sample-heading',
					type: 'heading',
					level: 2,
					inlines: [{ type: 'text', text: 'The morning after' }],
					start: 0,
					end: 17,
					contentNotes: [],
				},
				{
					id: 'sample-paragraph',
					type: 'paragraph',
					inlines: [{ type: 'text', text: 'One night of sleep, and the fear is gone for good. Nobody asks how.' }],
					start: 18,
					end: 85,
					depiction: 'sample-depiction',
					contentNotes: [],
				},
			],
			depictions: { 'sample-depiction': { id: 'sample-film' } },
			back,
		},
	],
	depictions: [depiction],
	items: [
		workItem({
			id: 'sample-film',
			title: 'The Long Morning',
			creators: [{ family: 'Roe', given: 'Jane', role: 'director' }],
			year: 1999,
			medium: 'film',
		}),
		{
			id: 'sample-study',
			type: 'article-journal',
			title: 'Made-up weeks',
			author: [{ family: 'Doe', given: 'John' }],
			issued: { 'date-parts': [[2010]] },
			'container-title': 'Journal of Examples',
			volume: '1',
			page: '10-20',
		},
	],
}
