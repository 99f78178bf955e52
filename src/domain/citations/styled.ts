/** What a style has to be told differently about works, since its file knows articles and books best. */
import type { CslItem, CslName } from './items.ts'
import type { StyleId } from './styles.ts'

/**
 * @param item as `workItem` makes it, or a reference of a pack, which stays as it is
 * @returns the item in the types and variables that the style prints
 */
export function styled(item: CslItem, style: StyleId): CslItem {
	const plain = inSentenceCase(item)
	if (style === 'apa') return forApa(plain)
	const kept = withKeptCase(plain)
	if (style === 'harvard') return forHarvard(kept)
	return (style === 'mla' ? forMla : forChicago)(withShortTitle(kept))
}

/** A season's or episode's number is in parentheses, what it is in brackets. */
function forApa(item: CslItem): CslItem {
	const { genre, ...rest } = withoutOwnPublisher(item.custom?.work === 'episode' ? withRoles(item) : item)
	const television = item.type === 'broadcast' && item.number
	return { ...rest, ...(television ? { medium: genre } : genre ? { genre } : {}) }
}

/** Whoever publishes what it made is named once (9.29). */
function withoutOwnPublisher({ publisher, ...item }: CslItem): CslItem {
	const authors = (item.author as CslName[] | undefined) ?? []
	return publisher && !authors.some(({ literal }) => literal === publisher) ? { ...item, publisher } : item
}

/** An episode's writers and directors are its authors, each with a role. */
function withRoles({ 'script-writer': writers, director: directors, ...item }: CslItem): CslItem {
	const people = new Map<string, CslName>()
	const add = (names: unknown, role: string) => {
		for (const name of (names as CslName[] | undefined) ?? []) {
			const key = JSON.stringify(name)
			const before = people.get(key)?.suffix
			// The style prints a suffix in the list and leaves it out of citations.
			people.set(key, { ...name, suffix: before ? `${before} & ${role}` : role })
		}
	}
	add(writers, 'Writer')
	add(directors, 'Director')
	const author = [...people.values()].map((name) => ({ ...name, suffix: `(${name.suffix})` }))
	return { ...item, ...(author.length && { author }) }
}

/** Films and series share one form; games and podcasts carry what they are in brackets, as books do their medium. */
function forHarvard(item: CslItem): CslItem {
	const { genre, ...rest } = item
	switch (item.custom?.work) {
		case 'film':
		case 'series':
			return { ...numbered(item, harvardNumber), type: 'motion_picture' }
		case 'episode':
			return numbered(rest, harvardNumber)
		case 'game':
			return { ...rest, type: 'book', medium: genre }
		case 'broadcast':
			return { ...withHost(rest), type: 'book', medium: 'Podcast' }
		default:
			return withoutGenre(onAlbum(item))
	}
}

/** A series, a game and a podcast are set in italics as a film and a book are. */
function forMla(item: CslItem): CslItem {
	const { version, ...rest } = numbered(withoutGenre(item), lowered)
	const own = version ? { ...rest, version: `version ${String(version)}` } : rest
	switch (item.custom?.work) {
		case 'series':
		case 'broadcast':
			return { ...own, type: 'motion_picture' }
		case 'game':
			return { ...own, type: 'book' }
		default:
			return own
	}
}

/** An episode stands under its series, its own title after season and number. */
function forChicago(item: CslItem): CslItem {
	const { number, ...rest } = withoutGenre(item)
	const season = typeof number === 'string' && { 'volume-title': lowered(number) }
	switch (item.custom?.work) {
		case 'series':
			return { ...rest, ...season, type: 'motion_picture' }
		case 'episode': {
			const { title, 'container-title': series, 'series-creator': _, ...episode } = rest
			return { ...episode, ...season, title: String(series), 'part-title': title, type: 'motion_picture' }
		}
		case 'broadcast':
			return { ...withHost(rest), type: 'book', medium: 'podcast' }
		case 'game':
			return { ...rest, type: 'book' }
		default:
			return onAlbum(withDay(number === undefined ? rest : { ...rest, number }))
	}
}

/** What a work is, is said where the style has a place for it; a reference keeps its own word. */
function withoutGenre({ genre, ...item }: CslItem): CslItem {
	return item.custom?.work || genre === undefined ? item : { ...item, genre }
}
const numbered = (item: CslItem, as: (number: string) => string): CslItem =>
	typeof item.number === 'string' && item.custom?.work ? { ...item, number: as(item.number) } : item
const lowered = (number: string) => number.toLowerCase()
const harvardNumber = (number: string) => number.replace('Season', 'Series').replace('Episode', 'episode')

/** A song in quotation marks, its album in italics: as an episode and its series. */
const onAlbum = (item: CslItem): CslItem =>
	item.type === 'song' && item['container-title'] ? { ...item, type: 'broadcast' } : item

/** The day of a web page, where it is known: the year alone stands after the name already. */
const withDay = (item: CslItem): CslItem =>
	item.type === 'webpage' && (item.issued?.['date-parts']?.[0]?.length ?? 0) > 1
		? { ...item, 'available-date': item.issued }
		: item

/** A podcast is listed under its host. */
const withHost = ({ host, ...item }: CslItem): CslItem => (host && !item.author ? { ...item, author: host } : item)

/** Titles with capitals for proper names alone, where the pack gives them so: APA and Harvard print them, the others capitalise them anew. */
function inSentenceCase(item: CslItem): CslItem {
	const forms = item.custom?.sentenceCase ?? []
	const form = (value: unknown) =>
		typeof value === 'string' ? forms.find((one) => one.toLowerCase() === value.toLowerCase()) : undefined
	const [title, container] = [form(item.title), form(item['container-title'])]
	return { ...item, ...(title && { title }), ...(container && { 'container-title': container }) }
}

/** Later notes name a source by its title without what follows the colon. */
function withShortTitle(item: CslItem): CslItem {
	const cut = item.title?.indexOf(': ') ?? -1
	return cut < 0 || item['title-short'] ? item : { ...item, 'title-short': item.title?.slice(0, cut) }
}

/** Styles that capitalise titles would also do so after a hyphen: “Black-ish” stays as it is. */
function withKeptCase(item: CslItem): CslItem {
	const kept = (value: unknown) =>
		typeof value === 'string' ? value.replace(/\p{Lu}\p{L}*-\p{Ll}+/gu, '<span class="nocase">$&</span>') : undefined
	const [title, container] = [kept(item.title), kept(item['container-title'])]
	return { ...item, ...(title && { title }), ...(container && { 'container-title': container }) }
}
