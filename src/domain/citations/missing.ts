/** What a reference lacks, so that a window can offer to fill it in before an export; and what was filled in. */
import { type CslDate, type CslItem, type CslName, yearDate } from './items.ts'
import type { StyleId } from './styles.ts'
import { numberOf } from './works.ts'

/** What can be filled in. `season` and `episode` become one number. */
export const missingFields = [
	'author',
	'director',
	'script-writer',
	'executive-producer',
	'season',
	'episode',
	'year',
	'container-title',
	'volume',
	'page',
	'publisher',
	'address',
] as const
export type MissingField = (typeof missingFields)[number]

export interface Missing {
	field: MissingField
	/** What is missing, for a reader: `The director of “Gravity” is not known.` */
	sentence: string
}
/** What a reader filled in: for names `Given Family; Given Family`. */
export type FilledIn = Partial<Record<MissingField, string>>

const words: Record<MissingField, string> = {
	author: 'Who wrote',
	director: 'Who directed',
	'script-writer': 'Who wrote',
	'executive-producer': 'Who the executive producers were of',
	season: 'The season of',
	episode: 'The number of the episode of',
	year: 'The year of',
	'container-title': 'The journal or book that holds',
	volume: 'The volume of the journal with',
	page: 'The pages of',
	publisher: 'The publisher of',
	address: 'The web address of',
}
const makers = {
	film: 'The studio or distributor of',
	series: 'The production company or channel of',
	episode: 'The production company or channel of',
}

/** What each kind of source cannot do without, beside title and year. */
const wanted: Record<string, readonly MissingField[]> = {
	film: ['director', 'publisher'],
	series: ['executive-producer', 'publisher'],
	episode: ['script-writer', 'director', 'season', 'episode', 'publisher'],
	game: ['author', 'publisher'],
	comic: ['author', 'publisher'],
	book: ['author', 'publisher'],
	web: ['author', 'address'],
	song: ['author'],
	broadcast: ['publisher'],
	chapter: ['author', 'container-title', 'publisher', 'page'],
	'article-journal': ['author', 'container-title', 'volume', 'page'],
	report: ['author', 'publisher'],
	webpage: ['author', 'address'],
}
/** Which of these a style does not print. */
const unprinted: Record<StyleId, readonly MissingField[]> = {
	apa: [],
	mla: ['executive-producer', 'script-writer'],
	chicago: ['executive-producer', 'script-writer'],
	'chicago-notes': ['executive-producer', 'script-writer'],
	harvard: ['executive-producer', 'script-writer'],
}

/** @returns what the style would print and the reference does not have, most telling first. */
export function missingOf(item: CslItem, style: StyleId): Missing[] {
	const kind = item.custom?.work ?? item.type
	const fields: MissingField[] = [...(wanted[kind] ?? ['author']), 'year']
	return fields
		.filter((field) => !unprinted[style].includes(field) && !has(item, field))
		.map((field) => ({ field, sentence: sentenceOf(field, kind, item.title ?? item.id) }))
}

function sentenceOf(field: MissingField, kind: string, title: string): string {
	const subject = field === 'publisher' ? (makers[kind as keyof typeof makers] ?? words.publisher) : words[field]
	const made = field === 'author' && kind === 'game' ? 'Who developed' : subject
	return `${made} “${title}” is not known.`
}

function has(item: CslItem, field: MissingField): boolean {
	const number = String(item.number ?? '')
	switch (field) {
		case 'author':
			return ['author', 'editor', 'editor-translator', 'illustrator', 'composer'].some((name) => item[name])
		case 'executive-producer':
			return Boolean(item['executive-producer'] ?? item['series-creator'])
		case 'season':
			return /s(eason|eries) \d/i.test(number)
		case 'episode':
			return /episode \d/i.test(number)
		case 'year':
			return Boolean(item.issued)
		case 'page':
			return Boolean(item.page ?? item.number ?? item.DOI)
		case 'address':
			return Boolean(item.URL ?? item.DOI)
		default:
			return Boolean(item[field])
	}
}

/**
 * @param today when an address was looked up: it is the address's date of access
 * @returns the item with what a reader filled in
 */
export function filled(item: CslItem, answers: FilledIn, today: Date): CslItem {
	const { season, episode, year, address, ...rest } = trimmed(answers)
	const names = ['author', 'director', 'script-writer', 'executive-producer'] as const
	const out: CslItem = { ...item, ...rest }
	for (const name of names) if (rest[name]) out[name] = namesOf(rest[name])
	if (year) out.issued = dateOf(year)
	if (address) {
		out.URL = address
		out.accessed = { 'date-parts': [[today.getFullYear(), today.getMonth() + 1, today.getDate()]] }
	}
	const told = /(?:season|series) (\d+)(?:, episode (\d+))?/i.exec(String(item.number ?? ''))
	const number = season ?? told?.[1]
	if (number && (season || episode)) out.number = numberOf(number, episode ?? told?.[2])
	return out
}

const trimmed = (answers: FilledIn): FilledIn =>
	Object.fromEntries(
		missingFields.flatMap((field) => {
			const value = answers[field]?.trim()
			return value ? [[field, value]] : []
		}),
	)

/** `Given Family; Given Family`; a comma puts the family name first, one word alone is the name of a group. */
function namesOf(text: string): CslName[] {
	return text.split(';').flatMap((part): CslName[] => {
		const name = part.trim()
		const [family, given] = name.split(/\s*,\s*/)
		if (given && family) return [{ family, given }]
		const cut = name.lastIndexOf(' ')
		if (!name) return []
		return [cut < 0 ? { literal: name } : { given: name.slice(0, cut), family: name.slice(cut + 1) }]
	})
}

function dateOf(text: string): CslDate {
	const [first, last] = text.split(/\s*[–-]\s*/)
	const year = Number(first)
	if (!Number.isInteger(year)) return { literal: text }
	return yearDate(year, last && Number.isInteger(Number(last)) ? Number(last) : undefined) ?? { literal: text }
}
