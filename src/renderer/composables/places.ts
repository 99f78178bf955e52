/** Where things open: the window's addresses. */

import type { RouteLocationRaw } from 'vue-router'
import type { Place } from '#contract/search.ts'

/** @param find words to mark there */
export function routeOf(place: Place, find?: string): RouteLocationRaw {
	const words = find ? { find } : {}
	if (place.view === 'compare')
		return {
			name: 'compare',
			params: { id: place.comparison },
			query: { ...(place.point ? { point: place.point } : {}), ...words },
		}
	return {
		name: 'read',
		params: { id: place.document },
		query: { ...(place.block ? { block: place.block } : {}), ...words },
	}
}

/** What a row of the library says of where it opens. */
interface Openable {
	kind: string
	id: string
	trope?: string | undefined
}

/** @returns where a row of the library opens, or undefined when it opens nowhere of its own. */
export function routeOfItem(item: Openable): RouteLocationRaw | undefined {
	if (item.kind === 'comparison') return { name: 'compare', params: { id: item.id } }
	if (item.kind === 'article' || item.kind === 'trope') return { name: 'read', params: { id: item.id } }
	if (item.kind === 'depiction' && item.trope)
		return { name: 'read', params: { id: item.trope }, query: { block: `${item.id}-b1` } }
	if (item.kind === 'work') return { name: 'library', query: { kind: 'depiction', work: item.id } }
	if (item.kind === 'creator') return { name: 'library', query: { kind: 'work', creator: item.id } }
	return undefined
}

/** @returns where something that a note links to opens, by its address in the note (domain/annotations/links.ts). */
export function routeOfLink(address: string): RouteLocationRaw {
	const [kind, id = '', point] = address.split('/')
	if (kind === 'note') return { name: 'notes', query: { note: address.slice('note/'.length) } }
	if (kind === 'work') return { name: 'library', query: { kind: 'depiction', work: id } }
	if (kind === 'compare') return routeOf({ view: 'compare', comparison: id, ...(point ? { point } : {}) })
	return routeOf({ view: 'read', document: id })
}
