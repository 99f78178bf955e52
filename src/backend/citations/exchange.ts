/** References for other programs: BibTeX, RIS, CSL-JSON. */
import { plugins, Cite as Sources } from '@citation-js/core'
import '@citation-js/plugin-bibtex'
import '@citation-js/plugin-ris'
import type { ReferenceFormat } from '#contract/citations.ts'
import type { CslItem, CslName } from '#domain/citations/items.ts'

// Ids have hyphens, which Citation.js would not have in a key.
plugins.config.get('@bibtex').format.checkLabel = false

/** @returns the file of all items, in their order; each keeps its id where the format has one. */
export function exchanged(items: readonly CslItem[], format: ReferenceFormat): string {
	const plain = items.map(({ custom: _, ...item }) => item as CslItem)
	if (format === 'csl-json') return `${JSON.stringify(plain, null, '\t')}\n`
	const sources = plain.map((item) => narrowed(item, format))
	if (format === 'ris') return `${new Sources(sources).format('ris').trim()}\n`
	return `${unveiled(new Sources(sources.map((item) => veiled(item) as CslItem)).format('bibtex').trim())}\n`
}

/**
 * BibTeX is written as UTF-8. Citation.js escapes what LaTeX reads as a sign, but with it every letter that is not ASCII, and leaves out
 * those that it does not know: all scripts but the Latin one. So these letters are taken past it, and unclosed tags with them.
 */
const veiled = (value: unknown): unknown => {
	if (typeof value === 'string')
		return (isBalanced(value) ? value : value.replaceAll('<', veil)).replace(/[^ -~]/gu, veil)
	if (Array.isArray(value)) return value.map(veiled)
	if (typeof value !== 'object' || value === null) return value
	return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, veiled(one)]))
}
const veil = (letter: string) => `zq${letter.codePointAt(0)?.toString(16)}qz`
const unveiled = (text: string) =>
	text.replace(/zq([0-9a-f]{2,6})qz/g, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
const isBalanced = (text: string) => text.split(/<[a-z]/).length === text.split(/<\//).length

const nameVariables = ['author', 'editor', 'translator', 'director', 'container-author', 'collection-editor'] as const

/** Both formats know articles and books. A film's makers become authors, and where an episode belongs becomes a note. */
function narrowed(item: CslItem, format: 'bib' | 'ris'): CslItem {
	const author = ['author', 'director', 'script-writer', 'executive-producer', 'series-creator', 'host'].find(
		(role) => item[role],
	)
	const { director, number, ...rest } = item
	const series = item.type === 'broadcast' ? [item['container-title'], number].filter(Boolean).join(', ') : ''
	const out: CslItem = {
		...rest,
		...(author && { author: item[author] }),
		// RIS has directors of its own.
		...(format === 'ris' && director ? { director } : {}),
		...(item.type !== 'broadcast' && number ? { number } : {}),
		...(series && { note: series }),
		'citation-key': item.id,
	}
	for (const variable of nameVariables) {
		const names = out[variable] as CslName[] | undefined
		if (names) out[variable] = names.map((name) => spelled(name, format))
	}
	return out
}

/** A name as the format can hold it: particles before the family's name, no comma in a group's where commas part names. */
function spelled(name: CslName, format: 'bib' | 'ris'): CslName {
	const { 'dropping-particle': dropping, 'non-dropping-particle': kept, family, literal, ...rest } = name
	const whole = [dropping, kept, family].filter(Boolean).join(' ')
	const safe = (text: string) =>
		format === 'bib' ? text.replace(/[&%$#_]/g, '\\$&').replace(/[{}]/g, '') : text.replaceAll(', ', ' ')
	return literal === undefined
		? { ...rest, family: format === 'bib' ? safe(whole) : whole }
		: { literal: safe(literal) }
}
