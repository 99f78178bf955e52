/** Names, tags and guids from elsewhere, made to fit ours. */
import { createHash } from 'node:crypto'

const controls = /\p{Cc}+/gu

/** @param name with `::` or Anki’s own separator between its levels */
export function deckName(name: string): string {
	const levels = name
		.replaceAll('\x1f', '::')
		.split('::')
		.map((level) =>
			level
				.replaceAll(controls, ' ')
				.replaceAll(/^:+|:+$/g, '')
				.trim(),
		)
		.filter(Boolean)
	return cutLevels(levels.join('::')) || 'Default'
}

const cutLevels = (name: string): string => cut(name, 300).replace(/:+$/, '').trim()

/** @returns at most so many characters, none of them cut in half. */
export const cut = (text: string, most: number): string =>
	text.length <= most ? text : text.slice(0, most).replace(/[\ud800-\udbff]$/, '')

/** @returns a name in one line, never empty. */
export const line = (name: string, otherwise: string): string =>
	cut(name.replaceAll(controls, ' ').trim(), 500) || otherwise

/** @returns tags as we have them: without spaces, none twice, at most a hundred. */
export const tagsOf = (words: string): string[] =>
	[
		...new Set(
			words
				.split(/\s+/)
				.filter(Boolean)
				.map((tag) => cut(tag, 100)),
		),
	].slice(0, 100)

/** @returns a guid that fits; a longer one stands for itself as a hash. */
export const guidOf = (guid: string): string =>
	guid.length <= 200 ? guid : createHash('sha256').update(guid).digest('base64url')
