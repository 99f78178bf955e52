/** Films, television, games, comics, fan works and books of the packs as CSL items. */
import type { Creator, Work } from '#contract/library.ts'
import type { CreatorRole } from '#contract/words.ts'
import { type CslItem, type CslName, type WorkKind, yearDate } from './items.ts'

/** What a work's `series` says of it: `Season 3, episode 11, "Words and Deeds"`, `From the album "Leave Home"`. */
interface Part {
	season?: string
	episode?: string
	/** Of the episode, or of the album: what stands in quotation marks at the end. */
	title?: string
}

/** @returns what the words of `series` say of an episode or an album; nothing when they name none. */
export function partOf(series: string | undefined): Part {
	const season = /\b(?:season|series)\s+(\d+)/i.exec(series ?? '')?.[1]
	const episode = /\b(?:episode|chapter)\s+(\d+|[a-z]+)\b/i.exec(series ?? '')?.[1]
	const number = episode && (ordinals.indexOf(episode.toLowerCase()) + 1 || Number(episode))
	const title = /["“‘]([^"”’]+)["”’]\s*$/.exec(series ?? '')?.[1]
	return { ...(season && { season }), ...(number && { episode: String(number) }), ...(title && { title }) }
}
const ordinals = 'one two three four five six seven eight nine ten eleven twelve'.split(' ')

/** @returns what kind of source a work is. */
export function kindOfWork({ medium, creators, series }: Work): WorkKind {
	const has = (...roles: CreatorRole[]) => creators.some(({ role }) => roles.includes(role))
	switch (medium) {
		case 'film':
			return 'film'
		case 'live-action-tv':
		case 'western-animation':
			if (partOf(series).title) return 'episode'
			return has('director') && !has('creator', 'showrunner') ? 'film' : 'series'
		case 'anime-manga':
			if (has('director')) return has('creator', 'showrunner') ? 'series' : 'film'
			return 'book'
		case 'video-games':
		case 'visual-novels':
			return 'game'
		case 'comic-books':
			return 'comic'
		case 'fan-works':
		case 'web-original':
			return 'web'
		case 'music':
			return 'song'
		case 'radio-podcasts':
			return 'broadcast'
		case 'literature':
		case 'theatre':
		case 'mythology-folklore':
			return 'book'
		default:
			return 'other'
	}
}

const nameOf = (creator: Creator): CslName =>
	'literal' in creator
		? { literal: creator.literal }
		: { family: creator.family, ...(creator.given && { given: creator.given }) }

/** Who made it, by the variables of CSL, for each kind of source. The first role that has names is taken. */
const roles: Record<WorkKind, Record<string, CreatorRole[]>> = {
	film: { director: ['director'] },
	series: { 'series-creator': ['showrunner', 'creator'] },
	episode: { 'script-writer': ['writer'], director: ['director'], 'series-creator': ['showrunner', 'creator'] },
	game: { author: ['developer', 'creator', 'author', 'director'] },
	comic: { author: ['author', 'writer', 'creator'], illustrator: ['artist'] },
	book: { author: ['author', 'creator', 'writer', 'artist'] },
	web: { author: ['author', 'creator', 'writer', 'artist'] },
	song: { author: ['artist', 'composer', 'author', 'creator'] },
	broadcast: { host: ['host'], author: ['author', 'creator', 'writer'] },
	other: { author: ['author', 'creator', 'writer', 'artist', 'director'] },
}
const types: Record<WorkKind, string> = {
	film: 'motion_picture',
	series: 'broadcast',
	episode: 'broadcast',
	game: 'software',
	comic: 'book',
	book: 'book',
	web: 'webpage',
	song: 'song',
	broadcast: 'broadcast',
	other: 'document',
}
const genres: Partial<Record<WorkKind, string>> = {
	film: 'Film',
	series: 'TV series',
	episode: 'TV series episode',
	game: 'Video game',
	comic: 'Comic book',
	song: 'Song',
	broadcast: 'Audio podcast',
}

/** @returns the work as a CSL item, with the work's id; `styled` fits it to a style. */
export function workItem(work: Work): CslItem {
	const kind = kindOfWork(work)
	const { season, episode, title } = partOf(work.series)
	const people = Object.entries(roles[kind]).flatMap(([variable, wanted]) => {
		const role = wanted.find((each) => work.creators.some((creator) => creator.role === each))
		const names = work.creators.filter((creator) => creator.role === role).map(nameOf)
		return names.length ? [[variable, names] as const] : []
	})
	const publisher = work.creators.find(({ role }) => role === 'publisher')
	const issued = yearDate(work.year, work.endYear)
	return {
		id: work.id,
		type: types[kind],
		title: work.title,
		...(kind === 'episode' && { title, 'container-title': work.title }),
		...(kind === 'song' && title && { 'container-title': title }),
		...((kind === 'episode' || kind === 'series') && season && { number: numberOf(season, episode) }),
		...Object.fromEntries(people),
		...(publisher && { publisher: nameText(nameOf(publisher)) }),
		...(issued && { issued }),
		...(genres[kind] && { genre: genres[kind] }),
		custom: { work: kind, ...(work.sentenceCase && { sentenceCase: work.sentenceCase }) },
	}
}

export const numberOf = (season: string, episode?: string): string =>
	episode ? `Season ${season}, Episode ${episode}` : `Season ${season}`

export const nameText = (name: CslName): string =>
	name.literal ?? [name.given, name.family].filter((part) => part).join(' ')
