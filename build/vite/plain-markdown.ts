/**
 * Stands in for parts of the reader of Markdown in the page for followers, which together are a quarter of it: two thousand names of
 * signs, what stands in angle brackets, HTML and addresses, which no slide shows as such, and code by indentation.
 */
const signs: Readonly<Record<string, string>> = {
	amp: '&',
	apos: "'",
	copy: '©',
	gt: '>',
	hellip: '…',
	ldquo: '“',
	lsquo: '‘',
	lt: '<',
	mdash: '—',
	nbsp: '\u00a0',
	ndash: '–',
	quot: '"',
	rdquo: '”',
	rsquo: '’',
}

/** @returns the sign of that name, or false: then it stands as it was written */
export const decodeNamedCharacterReference = (name: string): string | false => signs[name] ?? false

/** Never begins: what it would read is text like any other. */
const never = { tokenize: (_effects: unknown, _ok: unknown, nok: unknown) => nok }
export const htmlFlow = { name: 'htmlFlow', concrete: true, ...never }
export const htmlText = { name: 'htmlText', ...never }
export const autolink = { name: 'autolink', ...never }
export const codeIndented = { name: 'codeIndented', ...never }
