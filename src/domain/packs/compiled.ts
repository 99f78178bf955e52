/** What a compiled pack holds: the form that loads fastest. Written at build or on installation, read by the library. */
import type { Document } from '#contract/document.ts'
import type { Comparison, Pack, Reference, Topic, Work } from '#contract/library.ts'
import type { Passage } from '#contract/search.ts'

/** Raised whenever the shape below changes: a compiled pack of another format is compiled anew. */
export const compiledFormat = 3

export interface CompiledPack {
	format: number
	pack: Pack
	topics: Topic[]
	works: Work[]
	references: Reference[]
	documents: Document[]
	comparisons: Comparison[]
}

/** The pack's search index: passages, their words, and lunr's serialised index whose refs are positions in `passages`. */
export interface CompiledIndex {
	format: number
	pack: string
	passages: Passage[]
	/** The words of the passages as they are typed (folded, not stemmed), each once, in code-unit order. */
	words: string[]
	index: object
}
