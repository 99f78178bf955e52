/** citeproc's markup taken apart into runs of text. */

/** A run as citeproc sets it. */
export interface MarkedText {
	text: string
	emphasis?: true
	strong?: true
}

const entities: Record<string, string> = { lt: '<', gt: '>', quot: '"', amp: '&', nbsp: '\u00a0', apos: "'" }

/** citeproc writes signs as numbers; a source may hold names as well. */
const decode = (text: string): string =>
	text
		.replace(/&#(?:(\d+)|x([0-9a-f]+));/gi, (_, decimal?: string, hex?: string) =>
			String.fromCodePoint(decimal ? Number(decimal) : Number.parseInt(hex ?? '', 16)),
		)
		.replace(/&([a-z]+);/gi, (whole, name: string) => entities[name] ?? whole)
		.replace(/[ \t\r\n]+/g, ' ')

/**
 * @param html what citeproc's HTML output makes of a citation or of an entry
 * @returns its text in runs; italics and bold are kept, blocks become spaces, other markup is dropped
 */
export function runsOfMarkup(html: string): MarkedText[] {
	const runs: MarkedText[] = []
	/** What each open element sets: italics may be switched off inside italics. */
	const open: { name: string; emphasis: boolean; strong: boolean }[] = []
	for (const part of html.trim().split(/(<[^>]+>)/)) {
		const tag = /^<(\/?)([a-z]+)([^>]*)>$/.exec(part)
		const { emphasis = false, strong = false } = open.at(-1) ?? {}
		if (!tag) add(runs, decode(part), emphasis, strong)
		else if (tag[1]) open.splice(open.findLastIndex(({ name }) => name === tag[2]) >>> 0)
		else if (!part.endsWith('/>')) {
			const [, , name = '', rest = ''] = tag
			const upright = rest.includes('font-style:normal')
			open.push({ name, emphasis: !upright && (emphasis || name === 'i'), strong: strong || name === 'b' })
			if (name === 'div' && runs.length) add(runs, ' ', false, false)
		}
	}
	return trimmed(runs)
}

function add(runs: MarkedText[], text: string, emphasis: boolean, strong: boolean): void {
	const last = runs.at(-1)
	if (!text) return
	if (last && Boolean(last.emphasis) === emphasis && Boolean(last.strong) === strong) last.text += text
	else runs.push({ text, ...(emphasis && { emphasis }), ...(strong && { strong }) })
}

/** Single spaces, none at the ends. */
function trimmed(runs: MarkedText[]): MarkedText[] {
	const [first, last] = [runs[0], runs.at(-1)]
	if (first) first.text = first.text.replace(/^ +/, '')
	if (last) last.text = last.text.replace(/ +$/, '')
	return runs.map((run) => ({ ...run, text: run.text.replace(/ {2,}/g, ' ') })).filter(({ text }) => text)
}
