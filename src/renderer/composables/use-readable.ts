/** The texts that one can read or set beside others: what was open last, then tropes and articles. */

import type { LibraryItem } from '#contract/library.ts'
import type { Visit } from '#contract/workspace.ts'
import { client } from '../client/index.ts'

export interface ReadableGroup {
	title: string
	items: LibraryItem[]
}

/** How many of the texts that were open last come first. */
const most = 5

/** @returns the ids of the texts that a visit was about. */
function textsOf({ address }: Visit): string[] {
	const { pathname, searchParams } = new URL(address, 'http://window')
	const [, page, id] = pathname.split('/')
	if (page === 'read' && id) return [id]
	return page === 'beside' ? (searchParams.get('panes')?.split(',') ?? []) : []
}

/** Asks for all of them, in groups. A text that was open lately stands there and in its own group. */
export async function readableTexts(signal: AbortSignal): Promise<ReadableGroup[]> {
	const [tropes, articles, visits] = await Promise.all([
		client.library.list({ kind: 'trope' }, { signal }),
		client.library.list({ kind: 'article' }, { signal }),
		client.workspace.history.list({ limit: 50 }, { signal }),
	])
	const known = new Map([...tropes, ...articles].map((item) => [item.id, item]))
	const recent = [...new Set(visits.flatMap(textsOf))].flatMap((id) => known.get(id) ?? []).slice(0, most)
	return [
		{ title: 'Open lately', items: recent },
		{ title: 'Tropes', items: tropes },
		{ title: 'Articles', items: articles },
	]
}

/** @returns the groups with what answers all words; a group with nothing is left out. */
export function narrowed(groups: readonly ReadableGroup[], words: string): ReadableGroup[] {
	const wanted = words.toLocaleLowerCase('en').split(/\s+/).filter(Boolean)
	const answers = ({ title, summary }: LibraryItem) => {
		const text = `${title} ${summary ?? ''}`.toLocaleLowerCase('en')
		return wanted.every((word) => text.includes(word))
	}
	return groups
		.map(({ title, items }) => ({ title, items: items.filter(answers) }))
		.filter(({ items }) => items.length > 0)
}
