/** A value that departs from its schema, mended just far enough that the rest of it can be checked as well. */

type Path = readonly PropertyKey[]

export class Repair {
	readonly #value: unknown
	/** Elements to take out, by the path of their list; the outermost list that holds a fault counts. */
	readonly #drops = new Map<string, { list: unknown[]; indexes: Set<number> }>()

	constructor(value: unknown) {
		this.#value = value
	}

	/** Whether ids that stood in the value are not known any more. */
	partial = false

	/** Takes a key away. */
	without(path: Path, key: string): void {
		const parent = this.#at(path)
		if (isObject(parent)) delete parent[key]
	}

	/** Puts a value in place of one that is wrong or missing. */
	replace(path: Path, value: unknown): void {
		const parent = this.#at(path.slice(0, -1))
		const key = path.at(-1)
		if (isObject(parent) && key !== undefined) parent[String(key)] = value
	}

	/** Takes out the outermost list element that holds `path`; outside a list, puts a stand-in of the expected type there. */
	mend(path: Path, expected: string): void {
		const length = path.findIndex((part) => typeof part === 'number')
		const list = this.#at(path.slice(0, length))
		if (length < 0) this.replace(path, expected === 'array' ? [] : 'x')
		else if (Array.isArray(list)) {
			const key = String(path.slice(0, length))
			const entry = this.#drops.get(key) ?? { list, indexes: new Set() }
			this.#drops.set(key, entry)
			entry.indexes.add(Number(path[length]))
		}
		if (length >= 0 || path.at(-1) === 'id') this.partial = true
	}

	/** @returns the mended value, and for a path into it the path of the same thing in the value as it was written. */
	finish(): { value: unknown; written(path: Path): PropertyKey[] } {
		const kept = new Map<string, number[]>()
		for (const [key, { list, indexes }] of this.#drops) {
			const stay = list.map((_, index) => index).filter((index) => !indexes.has(index))
			kept.set(key, stay)
			list.splice(0, list.length, ...stay.map((index) => list[index]))
		}
		const written = (path: Path) => {
			const length = path.findIndex((part) => typeof part === 'number')
			const stay = length < 0 ? undefined : kept.get(String(path.slice(0, length)))
			return stay ? path.map((part, at) => (at === length ? (stay[Number(part)] ?? part) : part)) : [...path]
		}
		return { value: this.#value, written }
	}

	#at(path: Path): unknown {
		let at: unknown = this.#value
		for (const part of path) at = isObject(at) ? at[String(part)] : undefined
		return at
	}
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null
