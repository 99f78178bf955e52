/** What a student has made in some weeks over two comparisons: marks, notes with Markdown of every kind, questions, links, free notes. */
import type { AnnotationDraft } from '#contract/annotations.ts'
import type { Client } from '#contract/index.ts'
import { articleId, makeNote, passage, tropeId } from './notes.ts'

const ectTrope = 'shock-treatment-as-punishment'
const ectArticle = 'modern-ect'
const couple = 'intimate-psychotherapy-and-sex-therapy'
const shock = 'shock-treatment-and-ect'

type Draft = Partial<Omit<AnnotationDraft, 'targets'>>
type Entry = [passages: [text: string, quote: string][], draft: Draft]

/** Of every kind of Markdown that a note may hold. */
export const richComment = `The film's **claim** is not *wrong* everywhere:

- in the fifties, at [some hospitals](https://example.org/history), it was so
  - without anaesthetic
  - and to keep order
    1. on crowded wards
    2. at night
- today it is not; see [[Electroconvulsive therapy|the article]]

> To be asked in the seminar.

Code such as \`F33.2\` stays as it is.`

const essay: readonly Entry[] = [
	[
		[
			[tropeId, 'They sleep together, and the injury is gone'],
			[articleId, 'The treatment is planned together, and so are the tasks.'],
		],
		{
			relation: 'contradicts',
			colour: 'pink',
			comment: 'One night against *planned work*.',
			tags: ['essay', 'method'],
		},
	],
	[
		[
			[tropeId, 'It takes effect at once.'],
			[articleId, 'PTSD itself can be treated.'],
		],
		{ relation: 'simplifies', colour: 'green', comment: 'At once, says the trope.' },
	],
	[
		[
			[ectTrope, 'And there is the result, which comes after a single session'],
			[ectArticle, 'In Scotland in 2016 the median was nine sessions'],
		],
		{ relation: 'exaggerates', colour: 'pink', comment: 'One session against nine.', tags: ['essay'] },
	],
	[
		[
			[ectTrope, 'There is an offence, and it is against the ward and not a symptom.'],
			[ectArticle, 'Defiance is on none of these lists.'],
		],
		{ relation: 'contradicts', colour: 'pink', tags: ['essay', 'consent and ethics'] },
	],
	[[[tropeId, 'American cinema has a long habit of this kind']], { colour: 'yellow' }],
	[
		[[tropeId, 'Recovery is slow, repetitive and mostly invisible, and that makes it hard to film.']],
		{ colour: 'blue', comment: 'A reason *for* the trope. Fair.', tags: ['craft'] },
	],
	[[[tropeId, 'The name of the convention joins the two things that it takes for one']], { colour: 'yellow' }],
	[
		[[articleId, 'Nothing sexual is done or shown in the room.']],
		{ colour: 'green', comment: 'The plainest sentence there is.', tags: ['essay'] },
	],
	[[[articleId, 'Two or three people talking in chairs: that is the treatment.']], { colour: 'green' }],
	[
		[[articleId, 'These are associations; they do not tell us what came first.']],
		{ motivation: 'questioning', colour: 'violet', comment: 'How would one find out?', tags: ['evidence'] },
	],
	[
		[[articleId, 'Younger adults are said to come more and more, and not only their elders.']],
		{ motivation: 'questioning', colour: 'violet', comment: 'Is there really **no** figure?' },
	],
	[
		[[articleId, 'For many, pleasure is reduced for a year or longer, and some problems last for years.']],
		{ colour: 'green', comment: 'Years, not a night.' },
	],
	[[[articleId, 'In a review of 114 trials']], { colour: 'green', tags: ['evidence'] }],
	[
		[[ectTrope, 'A review of 82 scenes found control and torture to be its commonest use in films']],
		{ colour: 'yellow', comment: richComment, tags: ['essay', 'evidence'] },
	],
	[[[ectTrope, 'The cinema did not begin with it.']], { colour: 'blue' }],
	[[[ectTrope, 'The patient is awake and knows what is coming.']], { colour: 'yellow', comment: 'Always awake. Why?' }],
	[[[ectArticle, 'Today a session begins with a short general anaesthetic']], { colour: 'green' }],
	[
		[[ectArticle, 'The trials are old, and their quality is disputed.']],
		{
			motivation: 'questioning',
			colour: 'violet',
			comment: 'Who disputes it, and who answers?\n\n1. Read and Bentall\n2. those who reply',
			tags: ['evidence'],
		},
	],
	[
		[[ectArticle, 'A signature is not the whole of consent.']],
		{ colour: 'pink', comment: 'The best line for the conclusion.', tags: ['essay', 'consent and ethics'] },
	],
	[[[ectArticle, 'There is no generally accepted theory']], { colour: 'violet' }],
	[
		[],
		{
			comment:
				'# Plan of the essay\n\n1. What both tropes promise\n2. What treatment is\n   - planned\n   - agreed to\n3. Why the promise sells',
			tags: ['essay', 'plan'],
		},
	],
	[[], { comment: 'Read [[Psychosexual therapy]] again before Thursday.', tags: ['plan'] }],
	[[], { comment: 'A line by the lecturer: “The shortcut is the genre.” Where does it come from?' }],
]

/** Makes 25 annotations; the longest comment is `richComment`. */
export async function makeEssay(client: Client): Promise<void> {
	for (const [passages, draft] of essay) {
		const targets = await Promise.all(passages.map(([text, quote]) => passage(client, text, quote)))
		const motivation = targets.length > 1 ? 'linking' : targets.length && !draft.comment ? 'highlighting' : 'commenting'
		await makeNote(client, { motivation, ...draft, targets })
	}
	const onPoint = (source: string, comment: string) =>
		makeNote(client, { colour: 'blue', comment, tags: ['seminar'], targets: [{ source }] })
	await onPoint(`compare/${couple}/in-bed`, 'Start the talk with **this** one.')
	await onPoint(`compare/${shock}/once-for-order`, 'Both columns are right about different decades.')
}
