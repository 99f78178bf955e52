/**
 * The texts of many citations. citeproc’s own way (rebuildProcessorState) looks at all earlier citations again for each one; on a
 * thousand notes that is most of an export’s time. Here each citation is told its position, and is formatted once. A test holds
 * the texts against citeproc’s own.
 */
import type { Engine } from '@citation-js/core'

/** A source as citeproc takes it. */
export interface CitationItem {
	id: string
	locator?: string
	label?: string
	suffix?: string
}

/** citeproc’s ASSUME_ALL_ITEMS_REGISTERED: the sources are known. */
const allRegistered = 2

/** citeproc’s numbers for where a citation stands. */
const position = { first: 0, subsequent: 1, ibid: 2, ibidWithLocator: 3 } as const

/**
 * @param engine with all sources registered
 * @param notes whether they are notes, where later ones are short
 * @returns the markup of each citation; an empty one has none
 */
export function clusters(engine: Engine, citations: readonly (readonly CitationItem[])[], notes: boolean): string[] {
	const seen = new Set<string>()
	let previous: readonly CitationItem[] = []
	return citations.map((items) => {
		if (!items.length) return ''
		if (!notes) return inText(engine, items)
		const placed = items.map((item, index) => {
			const before = index ? items[index - 1] : previous.length === 1 ? previous[0] : undefined
			const at = seen.has(item.id) ? positionAfter(before, item) : position.first
			seen.add(item.id)
			return { ...item, position: at }
		})
		previous = items
		return engine.makeCitationCluster(placed)
	})
}

/** Sources in one pair of brackets are sorted and grouped by what looks at a whole citation. */
function inText(engine: Engine, items: readonly CitationItem[]): string {
	if (items.length === 1) return engine.makeCitationCluster(items)
	const citation = { citationItems: items.map((item) => ({ ...item })), properties: { noteIndex: 0 } }
	const [, texts] = engine.processCitationCluster(citation, [], [], allRegistered)
	return texts[0]?.[1] ?? ''
}

/** Where a source stands that was cited before: right after itself, or later. */
function positionAfter(before: CitationItem | undefined, item: CitationItem): number {
	if (before?.id !== item.id || (before.locator && !item.locator)) return position.subsequent
	const same = before.locator === item.locator && (!item.locator || before.label === item.label)
	return same ? position.ibid : position.ibidWithLocator
}
