/** What a reference lacks, so that a window can offer to fill it in before an export; and what was filled in. */
import type { Lack } from '#contract/exports.ts'
import { type CslDate, type CslItem, type CslName, yearDate } from './items.ts'
import type { StyleId } from './styles.ts'
import { numberOf } from './works.ts'

/** What can be filled in, and how it is spoken of when it is missing. `season` and `episode` become one number. */
const words = {
	author: 'Who wrote',
	director: 'Who directed',
	'script-writer': 'Who wrote',
	'executive-producer': 'Who the executive producers were of',
	host: 'Who hosts',
	season: 'The season of',
	episode: 'The number of the episode of',
	year: 'The year of',
	'container-title': 'The journal or book that holds',
	volume: 'The volume of the journal with',
	page: 'The pages of',
	publisher: 'The publisher of',
	address: 'The web address of',
}
export type MissingField = keyof typeof words
/** The same of some kinds, in their own words. */
const ownWords: Record<string, Partial<typeof words>> = {
	film: { publisher: 'The studio or distributor of' },
	series: { publisher: 'The production company or channel of' },
	episode: { publisher: 'The production company or channel of' },
	game: { author: 'Who developed' },
	song: { author: 'Who made', publisher: 'The label of' },
	broadcast: { publisher: 'The station or network of' },
}

export interface Missing {
	field: MissingField
	/** What is missing, for a reader: `Who directed “Gravity” is not known.` */
	sentence: string
}
/** What a reader filled in: for names `Given Family; Given Family`. */
export type FilledIn = Partial<Record<MissingField, string>>

/** What each kind of source cannot do without, beside its title, most telling first. */
const wanted: Record<string, readonly MissingField[]> = {
	film: ['director', 'publisher', 'year'],
	series: ['executive-producer', 'publisher', 'year'],
	episode: ['script-writer', 'director', 'executive-producer', 'season', 'episode', 'publisher', 'year'],
	game: ['author', 'publisher', 'year'],
	comic: ['author', 'publisher', 'year'],
	book: ['author', 'publisher', 'year'],
	web: ['author', 'address', 'year'],
	song: ['author', 'publisher', 'year'],
	broadcast: ['host', 'publisher', 'year'],
	chapter: ['author', 'container-title', 'publisher', 'page', 'year'],
	'article-journal': ['author', 'container-title', 'volume', 'page', 'year'],
	'article-magazine': ['author', 'container-title', 'year'],
	report: ['author', 'publisher', 'year'],
	webpage: ['author', 'address', 'year'],
	legislation: ['year'],
	/** A text of a pack: it has no date, and there is no more to know of it. */
	text: [],
}
/** Only APA names those who wrote and produced for television. */
const ofApa: readonly MissingField[] = ['script-writer', 'executive-producer']

/** @returns what the style would print and the reference does not have. */
export function missingOf(item: CslItem, style: StyleId): Missing[] {
	const kind = item.custom?.work ?? item.type
	return (wanted[kind] ?? ['author', 'year'])
		.filter((field) => (style === 'apa' || !ofApa.includes(field)) && !has(item, field))
		.map((field) => ({
			field,
			sentence: `${ownWords[kind]?.[field] ?? words[field]} “${item.title ?? item.id}” is not known.`,
		}))
}

/** @returns the same of several, each with the source that it is missing of. */
export const lacksOf = (items: readonly CslItem[], style: StyleId): Lack[] =>
	items.flatMap((item) =>
		missingOf(item, style).map((missing) => ({ item: item.id, title: item.title ?? item.id, ...missing })),
	)

/** What may stand where a field would. */
const instead: Partial<Record<MissingField, readonly string[]>> = {
	author: ['editor', 'editor-translator', 'illustrator', 'composer'],
	host: ['author'],
	year: ['issued'],
	page: ['number', 'DOI'],
	address: ['URL', 'DOI'],
}

function has(item: CslItem, field: MissingField): boolean {
	if (field === 'season') return /s(eason|eries) \d/i.test(String(item.number))
	if (field === 'episode') return /episode \d/i.test(String(item.number))
	return [field, ...(instead[field] ?? [])].some((variable) => item[variable])
}

/**
 * @param today when an address was looked up: it is the address's date of access
 * @returns the item with what a reader filled in
 */
export function filled(item: CslItem, answers: FilledIn, today: Date): CslItem {
	const { season, episode, year, address, ...rest } = trimmed(answers)
	const names = ['author', 'director', 'script-writer', 'executive-producer', 'host'] as const
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
		(Object.keys(words) as MissingField[]).flatMap((field) => {
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
