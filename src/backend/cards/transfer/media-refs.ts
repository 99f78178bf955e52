/** Names of media in fields: `src` in HTML, `![](…)` in Markdown. */

const sources = /(\bsrc\s*=\s*)(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/gi
const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }

const unescaped = (text: string): string =>
	text.replaceAll(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => entities[name] ?? '')

function named(address: string): string {
	const name = unescaped(address)
	try {
		return decodeURIComponent(name)
	} catch {
		return name
	}
}

/** @returns names of the media that HTML shows. */
export const mediaIn = (html: string): string[] =>
	[...html.matchAll(sources)].map(([, , double, single, bare]) => named(double ?? single ?? bare ?? ''))

/** @returns names of the media that a field shows, however it is written. */
export const mediaNamed = (field: string): string[] => [
	...mediaIn(field),
	...[...field.matchAll(/\]\(\s*(?:<([^>]*)>|([^\s)]+))/g)].map(([, angled, bare]) => named(angled ?? bare ?? '')),
]

/** @returns HTML whose media go by their new names. */
export function renamedIn(html: string, names: ReadonlyMap<string, string>): string {
	if (!names.size) return html
	return html.replaceAll(sources, (whole: string, before: string, double?: string, single?: string, bare?: string) => {
		const name = names.get(named(double ?? single ?? bare ?? ''))
		return name === undefined ? whole : `${before}"${name.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"`
	})
}
