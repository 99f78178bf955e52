/** What cards a highlight, a link, a point or a whole comparison would make. */
import type { Annotation, Target } from '#contract/annotations.ts'
import type { CardOrigin, NoteDraft } from '#contract/cards/notes.ts'
import type { WorkerClient } from '#contract/index.ts'
import type { DocumentView, Reference } from '#contract/library.ts'
import { namedBy } from '#domain/annotations/sources.ts'
import { annotationDrafts, type CardPassage, literal, pointDraft } from '#domain/cards/making.ts'
import { placeName } from '#domain/documents/places.ts'
import { Failure } from '../failure.ts'
import type { CardNotes } from './notes.ts'

type Library = Pick<WorkerClient['library'], 'comparison' | 'document'>
type Suggestion = NoteDraft & { deck: string; title: string; same: number[] }

export class Suggestions {
	readonly #library: Library
	readonly #annotations: { list(sources: undefined, ids: string[]): Promise<Annotation[]> }
	readonly #notes: CardNotes

	constructor(
		library: Library,
		annotations: { list(sources: undefined, ids: string[]): Promise<Annotation[]> },
		notes: CardNotes,
	) {
		this.#library = library
		this.#annotations = annotations
		this.#notes = notes
	}

	/** @throws Failure when the annotation or point is not there, or has no passage to make a card from */
	async of(origin: CardOrigin): Promise<Suggestion[]> {
		const drafts = origin.from === 'annotation' ? await this.#ofAnnotation(origin.id) : await this.#ofComparison(origin)
		return drafts.map((draft) => ({
			...draft,
			same: this.#notes.same(this.#notes.types.shipped(draft.type), draft.fields[0] ?? '').map(({ id }) => id),
		}))
	}

	async #ofComparison(origin: Exclude<CardOrigin, { from: 'annotation' }>): Promise<Omit<Suggestion, 'same'>[]> {
		const view = await this.#library.comparison({ id: origin.comparison })
		const { comparison } = view
		const points =
			origin.from === 'point' ? comparison.points.filter(({ id }) => id === origin.point) : comparison.points
		if (!points.length)
			throw new Failure(
				'NOT_FOUND',
				'This comparison has no such point any more.',
				'Open the comparison and choose another one.',
			)
		return points.map((point) => ({
			...pointDraft(comparison, point, entries(view.references, point.references)),
			deck: deckName(comparison.title),
			title: point.claim,
		}))
	}

	async #ofAnnotation(id: string): Promise<Omit<Suggestion, 'same'>[]> {
		const [annotation] = await this.#annotations.list(undefined, [id])
		if (!annotation)
			throw new Failure(
				'NOT_FOUND',
				'This mark is not there any more.',
				'It may have been deleted: undo it, or mark the passage again.',
			)
		const passages = (await Promise.all(annotation.targets.map((target) => this.#passage(target)))).filter(
			(passage) => passage !== undefined,
		)
		const drafts = annotationDrafts(annotation, passages)
		const [first] = passages
		if (!first || !drafts.length)
			throw new Failure(
				'UNAVAILABLE',
				'This note stands on no passage.',
				'Make a card by hand, or mark a passage first.',
			)
		return drafts.map((draft) => ({ ...draft, deck: deckName(first.title), title: first.selector.exact }))
	}

	async #passage({ source, selector }: Target): Promise<CardPassage | undefined> {
		if (!selector) return undefined
		const named = namedBy(source)
		if (named.kind === 'text') return passageIn(await this.#library.document({ id: named.document }), source, selector)
		const view = await this.#library.comparison({ id: named.comparison })
		const point = named.kind === 'point' ? view.comparison.points.find(({ id }) => id === named.point) : undefined
		if (!point) return undefined
		const claimed = selector.start < point.claim.length
		return {
			source,
			selector,
			side: claimed ? 'fiction' : 'reality',
			title: view.comparison.title,
			references: claimed ? [] : entries(view.references, point.references),
			contentNotes: point.contentNotes,
		}
	}
}

/** A passage of a text: what is cited in its paragraph, or the work of the depiction that it tells. */
function passageIn(
	{ document, references, works }: DocumentView,
	source: CardPassage['source'],
	selector: CardPassage['selector'],
): CardPassage {
	const blocks = document.blocks.filter(({ start, end }) => start < selector.end && end > selector.start)
	const cited = blocks.flatMap(({ inlines }) =>
		inlines.flatMap((inline) => (inline.type === 'citation' ? inline.items.map(({ reference }) => reference) : [])),
	)
	const depiction = document.depictions.find(({ id }) => blocks.some((block) => block.depiction === id))
	const work = works.find(({ id }) => id === depiction?.work)
	const section = blocks[0] && placeName(document, blocks[0].id)?.heading
	return {
		source,
		selector,
		side: document.kind === 'trope' ? 'fiction' : 'reality',
		title: document.title,
		...(section ? { section } : {}),
		...(blocks[0] ? { block: blocks[0].id } : {}),
		references: [
			...(work ? [`*${literal(work.title)}*${work.year ? ` (${work.year})` : ''}`] : []),
			...entries(references, cited),
		],
		contentNotes: [...new Set(blocks.flatMap(({ contentNotes }) => contentNotes))],
	}
}

const entries = (references: readonly Reference[], ids: readonly string[]): string[] =>
	ids.flatMap((id) => references.filter((reference) => reference.id === id).map(entryOf))

/** An entry of a reference list as Markdown. */
const entryOf = ({ entry }: Reference): string =>
	entry.map(({ text, emphasis }) => (emphasis ? `*${literal(text)}*` : literal(text))).join('')

/** A title as the name of a deck: `::` would make levels of it. */
const deckName = (title: string): string => title.replaceAll('::', ':').slice(0, 300)
