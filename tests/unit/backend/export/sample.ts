/** A made-up notebook: two passages linked, a highlight with a question, a free note, a point and a depiction. */
import { fileURLToPath } from 'node:url'
import type { ExportRequest } from '#backend/export/index.ts'
import { exported } from '#backend/export/index.ts'
import type { ExportOptions } from '#backend/export/progress.ts'
import type { StyleId } from '#domain/citations/styles.ts'
import { workItem } from '#domain/citations/works.ts'
import type { ExportDepiction, ExportInput, ExportNote, ExportPassage } from '#domain/export/input.ts'

const fiction: ExportPassage = {
	document: 'asylum',
	title: 'The asylum on screen',
	side: 'fiction',
	quote: 'The current is switched on & the man “is cured” <at once>.',
	section: 'One shock',
	paragraph: 2,
	start: 10,
	end: 24,
	cites: [{ id: 'ward-seven' }],
	back: 'parallax://open/read/asylum#one-shock-b2',
}
const reality: ExportPassage = {
	document: 'treatment',
	title: 'The treatment today',
	side: 'reality',
	quote: 'A course has six to twelve sessions under anaesthesia.',
	section: 'Course',
	paragraph: 3,
	cites: [{ id: 'doe-2019', locator: 'p. 210' }],
	back: 'parallax://open/read/treatment#course-b3',
}

export const notes: ExportNote[] = [
	{
		id: 'n1',
		kind: 'link',
		passages: [fiction, reality],
		relation: 'contradicts',
		comment:
			'One shock against *a course*:\n\n1. anaesthesia\n2. consent\n\nSee [the guideline](https://example.org/g).',
		tags: ['consent', 'first essay'],
		colour: { token: 'pink', name: 'Fiction' },
		point: 'p1',
		at: '2026-11-20T10:00:00Z',
		back: 'parallax://open/notes/n1',
	},
	{
		id: 'n2',
		kind: 'question',
		passages: [reality],
		comment: 'Who decides?',
		tags: [],
		colour: { token: 'green', name: 'Evidence' },
		at: '2026-11-21T10:00:00Z',
		back: 'parallax://open/notes/n2',
	},
	{
		id: 'n3',
		kind: 'note',
		title: 'Plan',
		passages: [],
		comment: '> Begin with the film.\n\n- [[Asylum]] & law\n- `code` | pipe',
		tags: ['plan'],
		at: '2026-11-21T11:00:00Z',
		back: 'parallax://open/notes/n3',
	},
]
const depiction: ExportDepiction = {
	id: 'ward-seven-cure',
	work: 'Ward Seven',
	year: '1975',
	medium: 'film',
	trope: 'The asylum on screen',
	treatment: 'straight',
	outcome: 'works',
	stance: 'asserts',
	text: 'One session, and the patient goes home.',
	cites: [{ id: 'ward-seven' }],
	back: 'parallax://open/read/asylum#ward-seven-cure',
}

export const input: ExportInput = {
	title: 'My notes: “Shock” & <cure>',
	subtitle: 'Media and mind, week 3',
	date: '2026-11-22',
	language: 'en-GB',
	notes,
	points: [
		{
			id: 'p1',
			comparison: 'Electroconvulsive therapy',
			dimension: 'method',
			claim: 'One shock cures.',
			finding: 'Treatment is a course under anaesthesia.',
			verdict: 'inaccurate',
			references: [{ id: 'doe-2019' }],
			depictions: [depiction],
			back: 'parallax://open/compare/ect?point=p1',
		},
	],
	texts: [
		{
			id: 'asylum',
			title: 'The asylum on screen',
			kind: 'trope',
			blocks: [
				{
					id: 'h',
					type: 'heading',
					level: 2,
					inlines: [{ type: 'text', text: 'One shock' }],
					start: 0,
					end: 9,
					contentNotes: [],
				},
				{
					id: 'b1',
					type: 'paragraph',
					inlines: [
						{ type: 'text', text: 'Somewhere ' },
						{ type: 'text', text: 'a switch', emphasis: true },
						{ type: 'text', text: ' is thrown.' },
						{ type: 'citation', items: [{ reference: 'doe-2019' }] },
					],
					start: 10,
					end: 39,
					depiction: 'ward-seven-cure',
					contentNotes: [],
				},
			],
			depictions: { 'ward-seven-cure': { id: 'ward-seven' } },
			back: 'parallax://open/read/asylum',
		},
	],
	depictions: [depiction],
	items: [
		{
			...workItem({
				id: 'ward-seven',
				title: 'Ward Seven',
				creators: [{ family: 'Roe', given: 'Jane', role: 'director' }],
				year: 1975,
				medium: 'film',
			}),
			publisher: 'Made Up Pictures',
		},
		{
			id: 'doe-2019',
			type: 'article-journal',
			title: 'Sessions and outcomes',
			author: [{ family: 'Doe', given: 'John' }],
			issued: { 'date-parts': [[2019]] },
			'container-title': 'Journal of Examples',
			volume: '8',
			page: '207-217',
			DOI: '10.1000/xyz',
		},
		{ id: 'uncited', type: 'book', title: 'Nobody cites this' },
	],
}

export const host = {
	stylesFolder: fileURLToPath(new URL('../../../../resources/styles', import.meta.url)),
	templatesFolder: fileURLToPath(new URL('../../../../resources/templates', import.meta.url)),
	print: () => Promise.reject(new Error('Nothing prints here.')),
}

/** @returns the sample as a file of one format. */
export const made = (
	format: ExportRequest['format'],
	{
		layout = 'notes',
		style = 'apa',
		...rest
	}: { layout?: ExportRequest['layout']; style?: StyleId } & Partial<ExportRequest> = {},
	options: ExportOptions = {},
) => exported({ input, layout, style, format, ...rest }, host, options)
