/** Links from one note to what it speaks of: `[[Antichrist]]`, or `[[read/modern-ect|Modern ECT]]` with an address inside. */
import { fold } from '../search/words.ts'

/** What a note can link to. */
export interface Linkable {
	/** `read/…`, `compare/…`, `compare/…/…`, `work/…` or `note/…`: it stays the same when the title changes. */
	address: string
	title: string
	/** What it is, in a word: `Trope`. */
	kind: string
}

export interface LinkText {
	/** What was written before the bar: an address, or a title. */
	to: string
	/** What is shown. */
	words: string
}

const link = /\[\[([^[\]|\n]{1,300})(?:\|([^[\]\n]{1,300}))?\]\]/g

/** @returns a text in runs: words, and links among them. */
export function linksIn(text: string): (string | LinkText)[] {
	const out: (string | LinkText)[] = []
	let at = 0
	for (const match of text.matchAll(link)) {
		if (match.index > at) out.push(text.slice(at, match.index))
		const to = (match[1] ?? '').trim()
		out.push({ to, words: match[2]?.trim() || to })
		at = match.index + match[0].length
	}
	if (at < text.length) out.push(text.slice(at))
	return out
}

/** @returns what finds the thing that a link names: by its address, else by its title (the first that has it). */
export function linkFinder(known: readonly Linkable[]): (to: string) => Linkable | undefined {
	const byName = new Map<string, Linkable>()
	for (const one of known.toReversed()) byName.set(fold(one.title), one)
	for (const one of known) byName.set(one.address, one)
	return (to) => byName.get(to) ?? byName.get(fold(to))
}

/** @returns a link as it is written. Brackets and bars would end it. */
export const writeLink = ({ address, title }: Linkable): string =>
	`[[${address}|${title.replace(/[[\]|\s]+/g, ' ').trim()}]]`

/** @returns what is being typed after `[[` where the caret is, and where that begins; undefined where no link is open. */
export function openLink(text: string, caret: number): { words: string; from: number } | undefined {
	const from = text.lastIndexOf('[[', caret - 1)
	if (from < 0 || caret < from + 2) return undefined
	const words = text.slice(from + 2, caret)
	return /[\]|\n]/.test(words) || words.length > 100 ? undefined : { words, from }
}

/** @returns what answers all the words, those first that begin with them. */
export function suggestLinks(known: readonly Linkable[], words: string, most = 8): Linkable[] {
	const wanted = fold(words).split(/\s+/).filter(Boolean)
	const answering = known.flatMap((one) => {
		const title = fold(one.title)
		if (!wanted.every((word) => title.includes(word))) return []
		return [{ one, rank: wanted.length && title.startsWith(wanted.join(' ')) ? 0 : 1 }]
	})
	return answering
		.sort((a, b) => a.rank - b.rank)
		.slice(0, most)
		.map(({ one }) => one)
}
