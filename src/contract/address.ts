/** Addresses of what a window shows, as they leave it and come back: pasted, clicked elsewhere, handed over by the system. */

/** The scheme that the desktop app answers to. */
export const addressScheme = 'parallax'

/** What stands where a web address has its host: systems rewrite addresses that have none. */
const place = 'open'
const longest = 4000

/** @returns the address of a path inside the windows, for any computer that has the desktop app. */
export const desktopAddress = (path: string): string => `${addressScheme}://${place}${path}`

/**
 * Reads an address that somebody pasted, or that the system hands over.
 * @param text `parallax://open/…`, an address of the browser host (this computer, any port), or a path
 * @returns the path inside the windows, with its query, without a secret; undefined for anything else
 */
export function pathOf(text: string): string | undefined {
	const trimmed = text.trim()
	if (!trimmed || trimmed.length > longest || /[\s\\<>"`\p{Cc}]/u.test(trimmed)) return undefined
	if (/^\/(?!\/)/.test(trimmed)) return cleaned(trimmed)
	const rest = new RegExp(
		`^(?:${addressScheme}://${place}|http://(?:127\\.0\\.0\\.1|localhost|\\[::1\\])(?::\\d{1,5})?)(?=/)`,
		'i',
	)
	const outside = rest.exec(trimmed)
	return outside ? cleaned(trimmed.slice(outside[0].length)) : undefined
}

/** @returns an address of the desktop app among words of a command line, as a path. */
export function pathAmong(words: readonly string[]): string | undefined {
	const address = words.findLast((word) => word.toLowerCase().startsWith(`${addressScheme}:`))
	return address === undefined ? undefined : pathOf(address)
}

/** The path in words that ids and views are made of; its query without the secret of a run. */
function cleaned(text: string): string | undefined {
	const [, path = '', query = '', hash = ''] = /^([^?#]*)(?:\?([^#]*))?(#.*)?$/.exec(text) ?? []
	if (!/^\/(?:[a-z0-9-]+(?:\/[a-z0-9-]+){0,3}\/?)?$/.test(path) || !/^(?:#[\w-]*)?$/.test(hash)) return undefined
	const kept = query.split('&').filter((pair) => pair && !/^token(?:=|$)/i.test(pair))
	return `${path}${kept.length ? `?${kept.join('&')}` : ''}${hash}`
}
