/** An export as templates see it: every field is there, in words; a field that says nothing is empty. `fields.ts` tells what each holds. */
import {
	dimensionLabel,
	mediumLabel,
	outcomeLabel,
	stanceLabel,
	treatmentLabel,
	verdictMeaning,
} from '../words/labels.ts'
import { noteLabel } from './annotated.ts'
import type { fields } from './fields.ts'
import type { ExportDepiction, ExportInput, ExportNote, ExportPassage, ExportPoint, ExportText } from './input.ts'
import { placeWords } from './locators.ts'

type View<Kind extends keyof typeof fields> = Record<keyof (typeof fields)[Kind], unknown>

/** @returns what stands at the top of a template. */
export function viewOf(input: ExportInput): View<'export'> {
	const known = new Set(input.points.map(({ id }) => id))
	const notes = input.notes.map((note) => noteView(note, known))
	const ofPoint = Map.groupBy(notes, ({ point }) => point)
	return {
		title: input.title,
		subtitle: input.subtitle ?? '',
		date: input.date,
		notes,
		points: input.points.map((point) => pointView(point, ofPoint.get(point.id) ?? [])),
		texts: input.texts.map(textView),
		depictions: input.depictions.map(depictionView),
	}
}

const noteView = (note: ExportNote, points: ReadonlySet<string>): View<'note'> & { id: string } => ({
	id: note.id,
	kind: note.kind,
	label: noteLabel(note),
	title: note.title ?? '',
	document: note.passages[0]?.title ?? '',
	passages: note.passages.map(passageView),
	relation: note.relation?.replaceAll('-', ' ') ?? (note.passages.length > 1 ? 'beside it' : ''),
	comment: note.comment?.trim() ? note.comment : '',
	tags: note.tags,
	marks: [...(note.colour ? [note.colour.name] : []), ...note.tags],
	colour: note.colour ?? { token: '', name: '' },
	point: note.point !== undefined && points.has(note.point) ? note.point : '',
	date: note.at,
	link: note.back,
})

const passageView = (passage: ExportPassage): View<'passage'> => ({
	title: passage.title,
	side: passage.side,
	quote: passage.quote,
	section: passage.section ?? '',
	paragraph: passage.paragraph ?? '',
	place: placeWords(passage),
	sources: passage.cites,
	link: passage.back,
})

const pointView = (point: ExportPoint, notes: readonly unknown[]): View<'point'> => ({
	comparison: point.comparison,
	dimension: dimensionLabel(point.dimension),
	claim: point.claim,
	finding: point.finding,
	explanation: point.explanation ?? '',
	verdict: point.verdict,
	meaning: verdictMeaning(point.verdict),
	depictions: point.depictions.map(depictionView),
	notes,
	sources: point.references,
	link: point.back,
})

const depictionView = (depiction: ExportDepiction): View<'depiction'> => ({
	work: depiction.work,
	year: depiction.year,
	medium: mediumLabel(depiction.medium),
	trope: depiction.trope,
	treatment: treatmentLabel(depiction.treatment),
	outcome: outcomeLabel(depiction.outcome),
	stance: depiction.stance ? stanceLabel(depiction.stance) : '',
	text: depiction.text,
	sources: depiction.cites,
	link: depiction.back,
})

const textView = (text: ExportText): View<'text'> & { id: string } => ({
	id: text.id,
	title: text.title,
	kind: text.kind,
	link: text.back,
})
