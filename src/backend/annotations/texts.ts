/** The library's canonical texts, asked for once each: while a program runs they stay as they are. */
import type { Source } from '#contract/annotations.ts'
import type { WorkerClient } from '#contract/index.ts'
import type { CanonicalText } from './store.ts'

type Library = Pick<WorkerClient['library'], 'text' | 'hashes'>

/** How many texts are held; a reader works on a few at a time. */
const most = 20

export class Texts {
	readonly #library: Library
	/** Empty for a source that the library does not have. */
	readonly #hashes = new Map<Source, string>()
	readonly #texts = new Map<Source, Promise<CanonicalText>>()

	constructor(library: Library) {
		this.#library = library
	}

	/** @throws NOT_FOUND when the library has no such source */
	of(source: Source): Promise<CanonicalText> {
		const known = this.#texts.get(source)
		if (known) return known
		const asked = this.#library.text({ source }).then((found) => ({ source, ...found }))
		this.#texts.set(source, asked)
		asked.catch(() => this.#texts.delete(source))
		const [oldest] = this.#texts.keys()
		if (this.#texts.size > most && oldest) this.#texts.delete(oldest)
		return asked
	}

	/** @returns the hash of each source's text; empty for one that the library does not have. */
	async hashes(sources: Iterable<Source>): Promise<ReadonlyMap<Source, string>> {
		const wanted = [...new Set(sources)].filter((source) => !this.#hashes.has(source))
		if (wanted.length) {
			const found = new Map((await this.#library.hashes({ sources: wanted })).map(({ source, hash }) => [source, hash]))
			for (const source of wanted) this.#hashes.set(source, found.get(source) ?? '')
		}
		return this.#hashes
	}
}
