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

/** @param path where it stands in the whole @param start its offset; that of its key, where it has one */
type Visit = (path: readonly (string | number)[], start: number) => void

/** @returns where entries of a list stand, and what is wrong. */
export function jsonPlaces(text: string): JsonPlaces {
	const entries: JsonPlaces['entries'] = []
	const fault = walk(text, ([index, key, ...deeper], start) => {
		const entry = entries.at(-1)
		if (typeof index === 'number' && key === undefined) entries.push({ start })
		else if (entry && typeof index === 'number' && key === 'id' && !deeper.length) entry.id ??= start
	})
	return fault === undefined ? { entries } : { fault, entries }
}

/** @returns the offset of what stands at `wanted` in a JSON text, or of the nearest around it. */
export function jsonOffset(text: string, wanted: readonly PropertyKey[]): number {
	let found = { depth: 0, start: 0 }
	walk(text, (path, start) => {
		if (path.length >= found.depth && path.every((part, depth) => part === wanted[depth]))
			found = { depth: path.length, start }
	})
	return found.start
}

/** @returns the line (from 1) of an offset. */
export const lineAt = (text: string, offset: number): number => text.slice(0, offset).split('\n').length

/** Walks through a JSON text once. @returns the offset of the first token that does not belong there */
function walk(text: string, visit: Visit): number | undefined {
	const path: (string | number)[] = []
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
	const items = (close: string, item: (index: number) => void): void => {
		const ends = (token: string) => token === close
		if (ends(peek().text)) take(ends)
		else {
			let index = 0
			do item(index++)
			while (take((token) => token === ',' || ends(token)).text === ',')
		}
	}
	const value = (): void => {
		const { text: first, start } = take(isValue)
		if (path.length > deepest) throw new Misplaced(start)
		if (first === '[') items(']', (index) => below(index, peek().start))
		else if (first === '{')
			items('}', () => {
				const key = take((token) => token.startsWith('"'))
				take((token) => token === ':')
				below(JSON.parse(key.text) as string, key.start)
			})
	}
	const below = (part: string | number, start: number): void => {
		path.push(part)
		visit(path, start)
		value()
		path.pop()
	}
	try {
		value()
		const rest = peek().start
		return rest < text.length ? rest : undefined
	} catch (error) {
		if (error instanceof Misplaced) return error.at
		throw error
	}
}
