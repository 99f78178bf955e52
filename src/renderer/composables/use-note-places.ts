/** Where the passages of annotations stand: in which text, under which heading, on which side, under which covers. */
import { shallowReactive, watch } from 'vue'
import type { RouteLocationRaw } from 'vue-router'
import type { Annotation, Selector, Target } from '#contract/annotations.ts'
import type { Document } from '#contract/document.ts'
import type { Comparison } from '#contract/library.ts'
import { blockOf, type Cover, coversInPoint, coversOf, sideInPoint } from '#domain/annotations/covers.ts'
import { placeName } from '#domain/documents/places.ts'
import { dimensionLabel } from '#domain/words/labels.ts'
import { client } from '../client/index.ts'
import { routeOf } from './places.ts'
import { useTexts } from './use-texts.ts'

export interface NotePlace {
	/** Of the text or the comparison. */
	title: string
	/** The heading above, or a point's dimension. */
	section?: string | undefined
	side?: 'fiction' | 'reality' | undefined
	/** Where it opens; nothing where the text is not in the library. */
	to?: RouteLocationRaw
	/** What covers a passage of it. */
	coversOf: (selector: Selector) => readonly Cover[]
}

/** @returns a function that says where a target stands; undefined while that is on its way */
export function useNotePlaces(annotations: () => readonly Annotation[]) {
	const sources = () => annotations().flatMap(({ targets }) => targets.map(({ source }) => source.split('/')))
	const { texts } = useTexts(() => sources().flatMap(([view, id]) => (view === 'read' && id ? [id] : [])))
	const comparisons = shallowReactive(new Map<string, Comparison | 'missing' | undefined>())
	watch(
		() => sources().flatMap(([view, id]) => (view === 'compare' && id ? [id] : [])),
		(ids) => {
			for (const id of new Set(ids)) if (!comparisons.has(id)) void ask(id)
		},
		{ immediate: true },
	)
	async function ask(id: string): Promise<void> {
		comparisons.set(id, undefined)
		const shown = await client.library.show({ id }).catch(() => undefined)
		comparisons.set(id, shown?.kind === 'comparison' ? shown.item : 'missing')
	}

	return function placeOf(target: Target): NotePlace | undefined {
		const [view, id = '', point] = target.source.split('/')
		if (view === 'read') {
			const text = texts.get(id)
			return text?.view ? inText(text.view.document, target) : text?.error === undefined ? undefined : missing(id)
		}
		const comparison = comparisons.get(id)
		return comparison === 'missing' ? missing(id) : comparison && inComparison(comparison, point, target)
	}
}

/** A text that has left the library, or could not be read: what is known of it is its id. */
const missing = (id: string): NotePlace => ({ title: `${id} (not in the library)`, coversOf: () => [] })

function inText(document: Document, { selector, state, proposal }: Target): NotePlace {
	const at = state === 'review' ? proposal : state === 'anchored' ? selector : undefined
	const block = at && blockOf(document, at)
	// A passage that is gone may have been covered, or not: all that the text warns of stands before it.
	const whole: Cover[] = document.contentNotes.length ? [{ id: document.id, notes: document.contentNotes }] : []
	return {
		title: document.title,
		section: block && placeName(document, block)?.heading,
		side: document.kind === 'trope' ? 'fiction' : 'reality',
		to: routeOf({ view: 'read', document: document.id, ...(block ? { block } : {}) }),
		coversOf: () => (at ? coversOf(document, at) : whole),
	}
}

function inComparison(comparison: Comparison, id: string | undefined, { selector }: Target): NotePlace {
	const point = comparison.points.find((one) => one.id === id)
	return {
		title: comparison.title,
		section: point && dimensionLabel(point.dimension),
		side: point && selector && sideInPoint(point, selector),
		to: routeOf({ view: 'compare', comparison: comparison.id, ...(point ? { point: point.id } : {}) }),
		coversOf: (at) => (point ? coversInPoint(comparison.id, point, at) : []),
	}
}
