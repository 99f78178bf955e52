/** The slide of a point: what the library says, copied, with what it carries. */
import type { PointSlide, SlideDepiction, SlidePassage } from '#contract/classroom/presentations.ts'
import type { ComparisonView, PassagePlace, Point } from '#contract/library.ts'
import type { ContentNote } from '#contract/words.ts'
import { sentencesOf } from '../annotations/sentences.ts'
import { literal } from '../cards/making.ts'
import { plainText } from '../documents/inlines.ts'
import { yearsOf } from '../words/labels.ts'
import { checksum } from './checksum.ts'

export interface PointChoice {
	/** Ids of the depictions that it shows; up to three that assert the claim without a choice. */
	depictions?: readonly string[] | undefined
	steps: PointSlide['steps']
	/** Whether the linked pair of passages is opened at the reveal. */
	pairs: boolean
}

/** Depictions that a slide shows where none were chosen. */
const usual = 3
/** Characters of a depiction’s own text, unless its first sentence is longer. */
const glance = 240

/** @returns the slide of one of the comparison’s points */
export function pointSlide(view: ComparisonView, point: Point, { depictions, steps, pairs }: PointChoice): PointSlide {
	const { dimension, claim, finding, explanation, verdict, question, contentNotes, passages } = point
	const references = referencesOf(view, point.references)
	const slide: PointSlide = {
		id: slideId(point.id),
		type: 'point',
		notes: talkingPoints(explanation, references),
		contentNotes: [...contentNotes],
		minutes: null,
		steps: [...steps],
		source: { comparison: view.comparison.id, point: point.id },
		dimension,
		claim,
		finding,
		explanation,
		verdict,
		question,
		poll: { type: 'verdict', question: 'How does this claim stand up to the evidence?', options: [], answer: verdict },
		depictions: depictionsOf(view, point, depictions),
		references,
		fiction: pairs ? passageOf(view, passages.fiction[0]) : null,
		reality: pairs ? passageOf(view, passages.reality[0]) : null,
	}
	return { ...slide, source: { ...slide.source, made: checksums(slide) } }
}

/** @returns what the library says on a slide, thing by thing: what tells whether it says something else now. */
export function thingsOn(slide: PointSlide): Map<string, unknown> {
	const things = new Map<string, unknown>(copied.map((field) => [field, slide[field]]))
	for (const depiction of slide.depictions) things.set(`depiction ${depiction.id}`, depiction)
	return things
}

/** Fields of a slide that are the library’s words. */
export const copied = [
	'dimension',
	'claim',
	'finding',
	'explanation',
	'verdict',
	'question',
	'contentNotes',
	'references',
	'fiction',
	'reality',
] as const

export const checksums = (slide: PointSlide): Record<string, string> =>
	Object.fromEntries([...thingsOn(slide)].map(([name, said]) => [name, checksum(said)]))

/** The same for the same point, whatever else is chosen. */
function slideId(point: string): string {
	const id = `point-${point}`
	return id.length <= 60 ? id : `${id.slice(0, 43).replace(/-$/, '')}-${checksum(point)}`
}

const referencesOf = (view: ComparisonView, ids: readonly string[]): PointSlide['references'] =>
	ids.flatMap((id) => {
		const found = view.references.find((reference) => reference.id === id)
		if (!found) return []
		const { label, entry, link } = found
		return [{ id, label, entry, ...(link === undefined ? {} : { link }) }]
	})

/** A start for what is said: the explanation sentence by sentence, and what it rests on. */
function talkingPoints(explanation: string, references: PointSlide['references']): string {
	const said = sentences(explanation).map((sentence) => `- ${literal(sentence)}`)
	const sources = references.map(({ label }) => literal(label)).join('; ')
	return [said.join('\n'), sources && `*Sources:* ${sources}`].filter(Boolean).join('\n\n')
}

/** The chosen ones in their order; else the first that assert the claim, those first that carry nothing the point itself does not. */
function depictionsOf(view: ComparisonView, point: Point, chosen: readonly string[] | undefined): SlideDepiction[] {
	if (chosen) return chosen.flatMap((id) => depictionOf(view, point, id) ?? [])
	const asserting = point.stances
		.filter(({ stance }) => stance === 'asserts')
		.flatMap(({ depiction }) => depictionOf(view, point, depiction) ?? [])
	const plain = ({ contentNotes, spoiler }: SlideDepiction) => !spoiler && within(contentNotes, point.contentNotes)
	return [...asserting.filter(plain), ...asserting.filter((each) => !plain(each))].slice(0, usual)
}

function depictionOf(view: ComparisonView, point: Point, id: string): SlideDepiction | undefined {
	const depiction = view.documents.flatMap((document) => document.depictions).find((each) => each.id === id)
	const taken = point.stances.find((each) => each.depiction === id)
	if (!depiction || !taken) return undefined
	const work = view.works.find((each) => each.id === depiction.work)
	const { contentNotes, spoiler, text } = depiction
	return {
		id,
		work: (work ? `${work.title}${work.year === null ? '' : ` (${yearsOf(work)})`}` : depiction.work).slice(0, 500),
		stance: taken.stance,
		text: taken.note ?? beginningOf(text),
		contentNotes: [...contentNotes],
		spoiler,
	}
}

function beginningOf(text: string): string {
	const [first = '', ...more] = sentences(text)
	let kept = first
	for (const sentence of more) {
		if (kept.length + sentence.length > glance) break
		kept += ` ${sentence}`
	}
	return kept
}

const sentences = (text: string): string[] =>
	sentencesOf({ text, parts: [{ start: 0, end: text.length }] }).map(({ start, end }) =>
		text.slice(start, end).replaceAll(/\s+/g, ' '),
	)

/** The passage with its neighbours in the section, but none that would bring another content note with it. */
function passageOf(view: ComparisonView, place: PassagePlace | undefined): SlidePassage | null {
	const document = view.documents.find(({ id }) => id === place?.document)
	const at = document?.blocks.findIndex(({ id }) => id === place?.block) ?? -1
	const block = document?.blocks[at]
	if (!document || !block) return null
	const section = block.type === 'heading' ? block.id : block.section
	const [from, to] = block.type === 'heading' ? [at, at + 2] : [at - 1, at + 1]
	const blocks = document.blocks.slice(Math.max(0, from), to + 1).filter((each) => {
		const told = each.section === section && each.type !== 'heading' && each.depiction === block.depiction
		return each === block || ((told || each.id === section) && within(each.contentNotes, block.contentNotes))
	})
	return {
		document: document.id,
		block: block.id,
		title: document.title,
		blocks: blocks.map(({ id, type, inlines }) => ({ id, type, text: plainText(inlines) })),
		contentNotes: [...new Set(blocks.flatMap(({ contentNotes }) => contentNotes))],
	}
}

const within = (notes: readonly ContentNote[], known: readonly ContentNote[]): boolean =>
	notes.every((note) => known.includes(note))
