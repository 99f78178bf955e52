/** Where a card was made from. */
import type { RouteLocationRaw } from 'vue-router'
import type { NoteSource } from '#contract/cards/notes.ts'
import { namedBy } from '#domain/annotations/sources.ts'
import { routeOf } from '../../composables/places.ts'

/** @returns where the passage or point of a card opens. */
export function routeOfSource({ source, block }: NoteSource): RouteLocationRaw {
	const named = namedBy(source)
	if (named.kind === 'text') return routeOf({ view: 'read', document: named.document, ...(block ? { block } : {}) })
	return routeOf({
		view: 'compare',
		comparison: named.comparison,
		...(named.kind === 'point' ? { point: named.point } : {}),
	})
}
