/** From annotations and the library to what an export is made from. */
import type { Annotation, Source, Target } from '#contract/annotations.ts'
import type { Document } from '#contract/document.ts'
import type { ExportRequest } from '#contract/exports.ts'
import type { Comparison, Point, Work } from '#contract/library.ts'
import { namedBy } from '#domain/annotations/sources.ts'
import { referencesAt, worksAt } from '#domain/citations/at.ts'
import type { Cite, CslItem } from '#domain/citations/items.ts'
import { placeIn } from '#domain/documents/place-in.ts'
import type {
	ExportDepiction,
	ExportInput,
	ExportNote,
	ExportPassage,
	ExportPoint,
	ExportText,
} from '#domain/export/input.ts'
import { yearsOf } from '#domain/words/labels.ts'
import { allSources } from '../citations/shelf.ts'
import type { Library } from '../library/library.ts'

export interface Gathering {
	library: Library
	annotations: readonly Annotation[]
	request: Pick<ExportRequest, 'title' | 'scope'>
	colourNames: Readonly<Record<string, string>>
	date: string
}

const scheme = 'parallax://open/'
const kinds = { highlighting: 'highlight', commenting: 'comment', questioning: 'question', linking: 'link' } as const

/** @returns the input of an export: notes in scope, the points and texts around them, every source that they cite. */
export function gathered({ library, annotations, request, colourNames, date }: Gathering): ExportInput {
	const shelf = new Shelf(library)
	const scope = shelf.scopeOf(request.scope)
	const chosen = annotations.filter((annotation) => scope.holds(annotation))
	const notes = chosen.map((annotation): ExportNote => {
		const passages = annotation.targets
			.map((target) => shelf.passage(target))
			.filter((passage) => passage !== undefined)
		const point = annotation.targets.map(({ source }) => namedBy(source)).find(({ kind }) => kind === 'point')
		return {
			id: annotation.id,
			kind: annotation.targets.length ? kinds[annotation.motivation] : 'note',
			passages: passages.sort((a, b) => Number(a.side === 'reality') - Number(b.side === 'reality')),
			...(annotation.relation ? { relation: annotation.relation } : {}),
			...(annotation.comment ? { comment: annotation.comment } : {}),
			tags: annotation.tags,
			// A free note has a colour as well, which nobody sees.
			...(annotation.targets.length
				? { colour: { token: annotation.colour, name: colourNames[annotation.colour] ?? annotation.colour } }
				: {}),
			...(point?.kind === 'point' ? { point: point.point } : {}),
			at: new Date(annotation.created).toISOString(),
			back: passages[0]?.back ?? `${scheme}notes`,
		}
	})
	const comparisons = scope.comparisons(chosen)
	const points = comparisons.flatMap((comparison) => comparison.points.map((point) => shelf.point(comparison, point)))
	const texts = scope.documents(chosen).map((document) => shelf.text(document))
	const depictions = [
		...new Map(points.flatMap((point) => point.depictions).map((depiction) => [depiction.id, depiction])).values(),
	].map(({ stance: _, ...depiction }): ExportDepiction => depiction)
	const title = request.title ?? (comparisons.length === 1 ? comparisons[0]?.title : undefined) ?? 'Notes from Parallax'
	return { title, date, language: 'en-GB', notes, points, texts, depictions, items: shelf.items() }
}

/** The library as an export looks at it. */
class Shelf {
	readonly #library: Library

	constructor(library: Library) {
		this.#library = library
	}

	document(id: string): Document | undefined {
		const entry = this.#library.entries.get(id)
		return entry?.kind === 'article' || entry?.kind === 'trope' ? entry.item : undefined
	}
	comparison(id: string): Comparison | undefined {
		const entry = this.#library.entries.get(id)
		return entry?.kind === 'comparison' ? entry.item : undefined
	}
	work(id: string): Work | undefined {
		const entry = this.#library.entries.get(id)
		return entry?.kind === 'work' ? entry.item : undefined
	}

	/** Every source that may be cited, works and references alike. */
	items(): CslItem[] {
		return allSources(this.#library)
	}

	/** Where a target stands and what it is of; nothing when the library no longer has its text. */
	passage({ source, selector }: Target): ExportPassage | undefined {
		const named = namedBy(source)
		if (named.kind === 'text') {
			const document = this.document(named.document)
			return document && this.#inText(document, selector)
		}
		const comparison = this.comparison(named.comparison)
		const point = named.kind === 'point' ? comparison?.points.find(({ id }) => id === named.point) : undefined
		if (!comparison) return undefined
		const claimed = !selector || selector.start < (point?.claim.length ?? 0)
		return {
			document: comparison.id,
			title: comparison.title,
			side: claimed ? 'fiction' : 'reality',
			quote: selector?.exact ?? point?.claim ?? '',
			cites: claimed ? [] : (point?.references ?? []).map((id) => ({ id })),
			back: backTo(`compare/${comparison.id}`, point?.id),
		}
	}

	#inText(document: Document, selector: Target['selector']): ExportPassage {
		const block = selector && document.blocks.find(({ end }) => end >= selector.start)
		const works = selector ? worksAt(document, selector) : []
		return {
			document: document.id,
			title: document.title,
			side: document.kind === 'trope' ? 'fiction' : 'reality',
			quote: selector?.exact ?? '',
			...(selector ? { ...placeIn(document, selector.start), start: selector.start, end: selector.end } : {}),
			cites: works.length || !selector ? works : referencesAt(document, selector),
			back: backTo(`read/${document.id}`, block?.id),
		}
	}

	point(comparison: Comparison, point: Point): ExportPoint {
		const { id, dimension, claim, finding, explanation, verdict } = point
		const depictions = point.stances.flatMap(({ depiction, stance }): ExportDepiction[] => {
			const told = this.depiction(depiction)
			// What leaves a claim open has nothing to say of it.
			return told && stance !== 'open' ? [{ ...told, stance }] : []
		})
		const references = point.references.map((reference): Cite => ({ id: reference }))
		const back = backTo(`compare/${comparison.id}`, id)
		return {
			id,
			comparison: comparison.title,
			dimension,
			claim,
			finding,
			explanation,
			verdict,
			references,
			depictions,
			back,
		}
	}

	depiction(id: string): ExportDepiction | undefined {
		const entry = this.#library.entries.get(id)
		const work = entry?.kind === 'depiction' ? this.work(entry.item.work) : undefined
		if (entry?.kind !== 'depiction' || !work) return undefined
		const { trope, treatment, outcome, text } = entry.item
		const cites = [{ id: work.id }]
		const back = backTo(`read/${trope}`, `${id}-b1`)
		const told = { id, work: work.title, year: yearsOf(work), medium: work.medium }
		return { ...told, trope: this.document(trope)?.title ?? trope, treatment, outcome, text, cites, back }
	}

	text(document: Document): ExportText {
		const depictions = document.depictions.map(({ id, work }): [string, Cite] => [id, { id: work }])
		const { id, title, kind, blocks } = document
		return { id, title, kind, blocks, depictions: Object.fromEntries(depictions), back: backTo(`read/${id}`) }
	}

	/** What belongs to a request: by ids, by a comparison with its texts, by a document, or everything. */
	scopeOf({ ids, comparison, document }: ExportRequest['scope']) {
		const wanted = ids && new Set(ids)
		const around = comparison ? this.comparison(comparison) : undefined
		const texts = document ? [document] : around ? [...around.tropes, ...around.articles] : undefined
		const inScope = (source: Source) => {
			const named = namedBy(source)
			if (named.kind === 'text') return !texts || texts.includes(named.document)
			return document === undefined && (!comparison || named.comparison === comparison)
		}
		const all = () => this.#library.comparisons()
		return {
			holds: ({ id, targets }: Annotation) =>
				(!wanted || wanted.has(id)) && (targets.length ? targets.some(({ source }) => inScope(source)) : !texts),
			/** The comparison asked for, or those that notes are on or whose texts they are on. */
			comparisons: (chosen: readonly Annotation[]): Comparison[] => {
				if (around) return [around]
				const named = chosen.flatMap(({ targets }) => targets.map(({ source }) => namedBy(source)))
				return all().filter((one) =>
					named.some((name) =>
						name.kind === 'text'
							? [...one.tropes, ...one.articles].includes(name.document)
							: name.comparison === one.id,
					),
				)
			},
			documents: (chosen: readonly Annotation[]): Document[] => {
				const noted = chosen.flatMap(({ targets }) =>
					targets.flatMap(({ source }) => {
						const named = namedBy(source)
						return named.kind === 'text' ? [named.document] : []
					}),
				)
				return [...new Set(texts ?? noted)].flatMap((id) => this.document(id) ?? [])
			},
		}
	}
}

const backTo = (path: string, place?: string): string =>
	`${scheme}${path}${place ? `?${path.startsWith('read/') ? 'block' : 'point'}=${place}` : ''}`
