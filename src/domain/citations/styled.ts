/** What a style has to be told differently about works, since its file knows articles and books best. */
import type { CslItem } from './items.ts'
import type { StyleId } from './styles.ts'

/**
 * @param item as `workItem` makes it, or a reference of a pack, which stays as it is
 * @returns the item in the types and variables that the style prints
 */
export function styled(item: CslItem, style: StyleId): CslItem {
	if (style === 'apa') return styledForApa(item)
	const kind = item.custom?.work
	const { genre, ...rest } = withShortTitle(withKeptCase(item))
	if (!kind) return genre ? { ...rest, genre } : rest
	const number = typeof item.number === 'string' ? { number: lowered(item.number, style) } : {}
	if (style === 'harvard') {
		// Films and series share one form; games carry what they are in brackets, as books do their medium.
		if (kind === 'game') return { ...rest, type: 'book', medium: genre }
		return { ...rest, ...number, genre, type: kind === 'series' ? 'motion_picture' : item.type }
	}
	// These set a series and a game in italics as they do a film and a book.
	const type = kind === 'series' ? 'motion_picture' : kind === 'game' ? 'book' : item.type
	return { ...rest, ...number, type }
}

/** An episode has its number in parentheses and what it is in brackets; one person in two roles is named once. */
function styledForApa(item: CslItem): CslItem {
	if (item.custom?.work !== 'episode') return item
	const { genre, 'script-writer': writers, ...rest } = item
	const both = writers && JSON.stringify(writers) === JSON.stringify(item.director)
	return {
		...rest,
		...(item.number ? { medium: genre } : { genre }),
		...(both ? { custom: { ...item.custom, roles: 'writer-director' } } : writers ? { 'script-writer': writers } : {}),
	}
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

const lowered = (number: string, style: StyleId) =>
	style === 'harvard' ? number.replace('Season', 'Series').replace('Episode', 'episode') : number.toLowerCase()
