/** Where things stand in a JSON text: JSON.parse says that a text is wrong, seldom where. */

export interface JsonPlaces {
	/** Offset of the first token that does not belong there; absent when the text is JSON. */
	fault?: number
	/** The entries of the outermost list, in order: offset of each, and of the key “id” that is its own. */
	entries: { start: number; id?: number }[]
}

interface Token {
	text: string
	start: number
}

const space = /[ \t\r\n]*/y
// Inside a string stands any character from the space up, but for the quotation mark and the backslash.
const token =
	/[[\]{},:]|"[ !#-[\]-\uffff]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[ !#-[\]-\uffff]*)*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y
const deepest = 200

class Misplaced extends Error {
	readonly at: number

	constructor(at: number) {
		super()
		this.at = at
	}
}

/** Walks through a JSON text once. */
export function jsonPlaces(text: string): JsonPlaces {
	const entries: JsonPlaces['entries'] = []
	let at = 0

	const peek = (): Token => {
		space.lastIndex = at
		space.exec(text)
		const start = space.lastIndex
		token.lastIndex = start
		return { text: token.exec(text)?.[0] ?? '', start }
	}
	const take = (fits: (token: string) => boolean): Token => {
		const next = peek()
		if (!next.text || !fits(next.text)) throw new Misplaced(next.start)
		at = next.start + next.text.length
		return next
	}
	const isValue = (token: string) => !/^[\]},:]/.test(token)

	/** Reads the rest of a list or map, whose items `item` reads, up to its closing bracket. */
	const items = (close: string, item: () => void): void => {
		const ends = (token: string) => token === close
		if (ends(peek().text)) take(ends)
		else {
			do item()
			while (take((token) => token === ',' || ends(token)).text === ',')
		}
	}
	const value = (depth: number, entry?: { id?: number }): void => {
		const { text: first, start } = take(isValue)
		if (depth > deepest) throw new Misplaced(start)
		if (first === '[')
			items(']', () => {
				const below: { start: number; id?: number } = { start: peek().start }
				if (depth === 0) entries.push(below)
				value(depth + 1, depth === 0 ? below : undefined)
			})
		else if (first === '{')
			items('}', () => {
				const key = take((token) => token.startsWith('"'))
				if (entry && key.text === '"id"') entry.id ??= key.start
				take((token) => token === ':')
				value(depth + 1)
			})
	}
	try {
		value(0)
		const rest = peek().start
		return rest < text.length ? { fault: rest, entries } : { entries }
	} catch (error) {
		if (error instanceof Misplaced) return { fault: error.at, entries }
		throw error
	}
}
