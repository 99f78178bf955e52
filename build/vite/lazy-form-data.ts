/**
 * Stands in for the global FormData in what runs on Node. The first mention of the global has Node load its whole `fetch`,
 * which takes as long as Node's own start, in each thread; and the line's encoder asks of every message whether it is one.
 */
export class LazyFormData {
	/** As `instanceof FormData` answers: what has no such class in its name cannot be one. */
	static [Symbol.hasInstance](value: unknown): boolean {
		const named = (value as { [Symbol.toStringTag]?: unknown } | null | undefined)?.[Symbol.toStringTag]
		return named === 'FormData' && value instanceof globalThis.FormData
	}

	constructor() {
		// biome-ignore lint/correctness/noConstructorReturn: whoever makes one gets a real one.
		return new globalThis.FormData()
	}
}
