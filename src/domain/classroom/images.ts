/** Pictures on slides: Markdown names them as `![what is seen](image:HASH)`. */

/** @returns the ids of the pictures that a text names, each once */
export const imagesIn = (text: string): string[] => [
	...new Set([...text.matchAll(/\bimage:([0-9a-f]{64})(?![0-9a-f])/g)].map(([, id = '']) => id)),
]
