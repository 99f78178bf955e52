/** What the parts of a rendered document need to know of what surrounds it: works and references by id. */
import { type InjectionKey, inject, provide } from 'vue'
import type { Reference, Work } from '#contract/library.ts'

export interface Surroundings {
	works: ReadonlyMap<string, Work>
	references: ReadonlyMap<string, Reference>
}

const key: InjectionKey<() => Surroundings> = Symbol('surroundings')

/** Gives all document parts below their works and references. */
export function provideSurroundings(
	view: () => { works: readonly Work[]; references: readonly Reference[] } | undefined,
): void {
	let made: { of: unknown; value: Surroundings } | undefined
	provide(key, () => {
		const of = view()
		if (made?.of !== of || !made)
			made = {
				of,
				value: {
					works: new Map(of?.works.map((work) => [work.id, work])),
					references: new Map(of?.references.map((reference) => [reference.id, reference])),
				},
			}
		return made.value
	})
}

/** @returns a function that gives the works and references around. */
export const useSurroundings = (): (() => Surroundings) =>
	inject(key, () => ({ works: new Map(), references: new Map() }))
