/** Markup that the format does not have and that Markdown leaves standing in the prose, where a reader would see it. */

export interface Stray {
	/** Lines below the first one of the text. */
	line: number
	message: string
}

const tableRule = /^\s*\|?(\s*:?-+:?\s*\|)+(\s*:?-+:?\s*)?$/

/** @returns what is wrong in a paragraph's source, line by line. */
export function strayMarkup(source: string): Stray[] {
	return source.split('\n').flatMap((text, line): Stray[] => {
		const written = text.replace(/^[\s>]+/, '')
		if (/^:{3,}\s*$/.test(written))
			return [{ line, message: '“:::” closes nothing; a block needs more colons than the blocks inside it' }]
		if (written.startsWith(':::'))
			return [
				{ line, message: `“${written.slice(0, 60)}” is not a block; write :::name{…} with no space before the brace` },
			]
		return tableRule.test(written) ? [{ line, message: 'tables are not part of the format' }] : []
	})
}

/** @returns whether a block's source ends with its closing colons; Markdown closes it silently where the text ends. */
export const isClosed = (source: string): boolean => /\n[\s>]*:{3,}[^\S\n]*$/.test(source)
