/** Who has which id in a pack, and references between ids that must resolve. */
import { type Faults, oneOf } from './faults.ts'

export type Kind = 'topic' | 'work' | 'reference' | 'document' | 'depiction' | 'comparison'

/** Kinds whose ids share one space: a reader or a script names any of them by its id alone. */
const shared: readonly Kind[] = ['work', 'document', 'depiction', 'comparison', 'reference']

export class Registry {
	readonly #ids = new Map<string, { kind: Kind; file: string; line: number }>()
	readonly #later: (() => void)[] = []
	readonly #doubted = new Set<Kind>()
	readonly #faults: Faults

	constructor(faults: Faults) {
		this.#faults = faults
	}

	/** Takes an id; taking it twice is a fault. */
	add(kind: Kind, id: string, file: string, line: number): void {
		const key = shared.includes(kind) ? id : `${kind}:${id}`
		const taken = this.#ids.get(key)
		if (taken)
			this.#faults.add(file, line, `duplicate id “${id}”: it is a ${taken.kind} in ${taken.file}, line ${taken.line}`)
		else this.#ids.set(key, { kind, file, line })
	}

	has(kind: Kind, id: string): boolean {
		return this.#ids.get(shared.includes(kind) ? id : `${kind}:${id}`)?.kind === kind
	}

	/** Says that not all ids of a kind are known, because a file or an entry that holds them has faults of its own. */
	doubt(kind: Kind): void {
		this.#doubted.add(kind)
	}

	/** @returns whether an id that is not of this kind may yet be one of those that could not be read. */
	doubts(kind: Kind): boolean {
		return this.#doubted.has(kind)
	}

	/** Notes a fault when `id` is not of this kind, with the nearest ids that are; not when such ids are in doubt. */
	need(kind: Kind, id: string, file: string, line: number): boolean {
		if (this.has(kind, id) || this.doubts(kind)) return true
		const near = this.#near(kind, id)
		this.#faults.add(file, line, `${kind} “${id}” does not exist${near.length ? `; did you mean ${oneOf(near)}?` : ''}`)
		return false
	}

	/** Puts a check off until all ids are known. */
	later(check: () => void): void {
		this.#later.push(check)
	}

	resolveLater(): void {
		for (const check of this.#later.splice(0)) check()
	}

	#near(kind: Kind, id: string): string[] {
		const words = new Set(id.split('-').filter((word) => word.length > 2))
		return [...this.#ids]
			.filter(([, entry]) => entry.kind === kind)
			.map(([key]) => key.replace(`${kind}:`, ''))
			.map((key) => ({ key, shared: key.split('-').filter((word) => words.has(word)).length }))
			.filter((candidate) => candidate.shared > 0)
			.sort((a, b) => b.shared - a.shared)
			.slice(0, 3)
			.map((candidate) => candidate.key)
	}
}
