/** Pictures on slides: Markdown names them as `![what is seen](image:HASH)`. */

/** @returns the ids of the pictures that a text names, each once; also in JSON, where a line break before one ends in a letter */
export const imagesIn = (text: string): string[] => [
	...new Set([...text.matchAll(/image:([0-9a-f]{64})(?![0-9a-f])/g)].map(([, id = '']) => id)),
]
