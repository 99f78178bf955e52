/** How a note begins, without its marks: for lists, where a parser for the rest of it would be too much. */
import { linksIn } from './links.ts'

/** @returns the words of a note in one line; marks that are left over by odd Markdown stay. */
export function plainNote(markdown: string): string {
	const linked = linksIn(markdown)
		.map((run) => (typeof run === 'string' ? run : run.words))
		.join('')
	return linked
		.replace(/^[ \t]*(?:(?:[>#*+-]+|\d+[.)])[ \t]+)+/gm, '')
		.replace(/!?\[([^\]\n]*)\]\([^)\n]*\)/g, '$1')
		.replace(/(\*\*|__|\*|_|`+)(?=\S)(.*?\S)\1/g, '$2')
		.replace(/\s+/g, ' ')
		.trim()
}
