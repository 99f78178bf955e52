/** Texts side by side as an address and back: which texts in which order, where each stands, what is marked in it. */

/** A query as routers have it. */
export type Query = Readonly<Record<string, string | null | undefined | readonly (string | null)[]>>

export interface PaneState {
	/** Id of a text; empty while none is chosen. */
	id: string
	/** The place at its top: a block, and for a tall one how many hundredths of it are above (`grief-b2.40`). */
	at?: string
	/** Words marked in it. */
	find?: string
}
export interface TextsState {
	panes: PaneState[]
	/** Id of the point whose row has been chosen. */
	point?: string
	/** Whether the texts follow each other; left out, the reader's own setting counts. */
	together?: boolean
}

/** How many texts can stand side by side. */
export const mostPanes = 3

const one = (value: Query[string]): string =>
	(Array.isArray(value) ? value[0] : (value as string | null | undefined)) ?? ''
const all = (value: Query[string]): string[] =>
	(Array.isArray(value) ? value : value === undefined ? [] : [value]).map((entry: string | null) => entry ?? '')
const inOrder = (value: Query[string]): string[] => (one(value) ? one(value).split(',') : [])

/** A list without the empty entries at its end. */
const trimmed = (entries: readonly (string | undefined)[]): string[] =>
	entries.slice(0, entries.findLastIndex((entry) => entry) + 1).map((entry) => entry ?? '')

/**
 * @param usual the texts that stand there when the address names none
 * @returns what an address shows; two panes at least, `mostPanes` at most
 */
export function readTexts(query: Query, usual: readonly string[] = []): TextsState {
	const named = inOrder(query.panes)
	const ids = (named.length ? named : [...usual]).slice(0, mostPanes)
	while (ids.length < 2) ids.push('')
	const at = inOrder(query.at)
	const find = all(query.find)
	const point = one(query.point)
	const sync = one(query.sync)
	return {
		panes: ids.map((id, index) => ({
			id,
			...(at[index] ? { at: at[index] } : {}),
			...(find[index] ? { find: find[index] } : {}),
		})),
		...(point ? { point } : {}),
		...(sync === 'on' || sync === 'off' ? { together: sync === 'on' } : {}),
	}
}

/** @returns the query of a state; a key that says nothing is undefined, so that it clears what stood there. */
export function writeTexts({ panes, point, together }: TextsState, usual: readonly string[] = []) {
	const ids = panes.map(({ id }) => id).join(',')
	const at = trimmed(panes.map((pane) => pane.at))
	const find = trimmed(panes.map((pane) => pane.find))
	return {
		panes: ids === usual.join(',') ? undefined : ids,
		at: at.length ? at.join(',') : undefined,
		find: find.length ? find : undefined,
		point: point || undefined,
		sync: together === undefined ? undefined : together ? 'on' : 'off',
	}
}

/** @returns the state with two panes in each other's place. */
export function swapped(state: TextsState, from: number, to: number): TextsState {
	const panes = [...state.panes]
	const [a, b] = [panes[from], panes[to]]
	if (!a || !b) return state
	panes[from] = b
	panes[to] = a
	return { ...state, panes }
}
