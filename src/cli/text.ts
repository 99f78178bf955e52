/** Text for people: columns and paragraphs that fit a terminal. */

/** @returns `text` without what a terminal would take for a command; line feeds and tabs stay. */
export const plain = (text: string): string =>
	// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
	text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, '')

const lengthOf = (text: string): number => [...text].length

/** @returns `text` in one line of at most `width` characters; an ellipsis says that something was cut. */
export function cut(text: string, width: number): string {
	const line = text.replace(/\s+/g, ' ').trim()
	return lengthOf(line) <= width
		? line
		: `${[...line]
				.slice(0, Math.max(0, width - 1))
				.join('')
				.trimEnd()}…`
}

/** @returns `text` in lines of at most `width` characters, broken between words, each after `indent`. */
export function wrap(text: string, width: number, indent = ''): string {
	const room = Math.max(20, width - indent.length)
	const lines: string[] = []
	for (const paragraph of text.split('\n')) {
		let line = ''
		for (const word of paragraph.split(/[ \t]+/).filter(Boolean)) {
			if (line !== '' && lengthOf(line) + 1 + lengthOf(word) > room) {
				lines.push(line)
				line = word
			} else line = line === '' ? word : `${line} ${word}`
		}
		lines.push(line)
	}
	return lines.map((line) => (line === '' ? '' : indent + line)).join('\n')
}

/** Least width that a column is narrowed to. */
const narrowest = 12

/**
 * @param rows of cells, as many in each row.
 * @param firm how many of the first columns are never cut (ids are there to be copied).
 * @returns one line a row, columns two spaces apart, fitted to `width` as far as the firm columns allow.
 */
export function columns(rows: readonly (readonly string[])[], width: number, firm = 1): string {
	const widths: number[] = []
	for (const row of rows) for (const [i, cell] of row.entries()) widths[i] = Math.max(widths[i] ?? 0, lengthOf(cell))
	let excess = widths.reduce((sum, each) => sum + each + 2, -2) - width
	while (excess > 0) {
		const widest = widths.reduce((best, each, i) => (i >= firm && each > (widths[best] ?? 0) ? i : best), firm)
		const current = widths[widest] ?? 0
		if (widest >= widths.length || current <= narrowest) break
		// Down to the next widest one, or as far as needed.
		const others = widths.filter((each, i) => i >= firm && i !== widest && each < current)
		const next = Math.max(narrowest, current - excess, ...others.filter((each) => each > current - excess))
		const narrowed = next < current ? next : current - 1
		excess -= current - narrowed
		widths[widest] = narrowed
	}
	return rows
		.map((row) =>
			row
				.map((cell, i) => {
					const fitted = cut(cell, Math.max(1, widths[i] ?? 0))
					return fitted + ' '.repeat(Math.max(0, (widths[i] ?? 0) - lengthOf(fitted)))
				})
				.join('  ')
				.trimEnd(),
		)
		.join('\n')
}

/** @returns a token of a closed list as words: `live-action-tv` → `live action tv`. */
export const words = (token: string): string => token.replaceAll('-', ' ')

/** @returns `1 point`, `2 points`. */
export const count = (number: number, thing: string): string => `${number} ${thing}${number === 1 ? '' : 's'}`

/** @returns a moment (milliseconds since 1970, UTC) in local time: `2026-11-22 14:05`. */
export function moment(at: number): string {
	const date = new Date(at)
	const two = (part: number) => String(part).padStart(2, '0')
	const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
	return `${day} ${two(date.getHours())}:${two(date.getMinutes())}`
}

/** @returns a size in bytes as people write it: `312 kB`. */
export function size(bytes: number): string {
	if (bytes < 1000) return `${bytes} B`
	return bytes < 1_000_000 ? `${Math.round(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`
}
