/** The library in memory: every pack's entries by id, and the views that windows ask for. */
import { createHash } from 'node:crypto'
import type { Source } from '#contract/annotations.ts'
import type { Depiction, Document } from '#contract/document.ts'
import type { Comparison, ComparisonView, DocumentView, Pack, Reference, Topic, Work } from '#contract/library.ts'
import { textOf } from '#domain/annotations/sources.ts'
import type { CompiledPack } from '#domain/packs/compiled.ts'
import { Failure } from '../failure.ts'

export type Entry =
	| { kind: 'comparison'; item: Comparison }
	| { kind: 'article' | 'trope'; item: Document }
	| { kind: 'depiction'; item: Depiction }
	| { kind: 'work'; item: Work }
	| { kind: 'reference'; item: Reference }

export class Library {
	readonly packs: Pack[] = []
	readonly entries = new Map<string, Entry>()
	readonly #topics = new Map<string, Topic>()
	readonly #hashes = new Map<Source, string>()

	/** Takes a compiled pack. An id that an earlier pack has already stays with the earlier one. */
	add(compiled: CompiledPack): void {
		this.packs.push(compiled.pack)
		const put = (id: string, entry: Entry) => {
			if (!this.entries.has(id)) this.entries.set(id, entry)
		}
		for (const item of compiled.comparisons) put(item.id, { kind: 'comparison', item })
		for (const item of compiled.documents) {
			put(item.id, { kind: item.kind, item })
			for (const depiction of item.depictions) put(depiction.id, { kind: 'depiction', item: depiction })
		}
		for (const item of compiled.works) put(item.id, { kind: 'work', item })
		for (const item of compiled.references) put(item.id, { kind: 'reference', item })
		for (const topic of compiled.topics) this.#topics.set(topic.id, topic)
	}

	/** All topics that packs file things under. */
	topics(): Topic[] {
		return [...this.#topics.values()]
	}

	/** All comparisons, in the order of the packs. */
	comparisons(): Comparison[] {
		return [...this.entries.values()].flatMap((entry) => (entry.kind === 'comparison' ? [entry.item] : []))
	}

	/** @throws Failure NOT_FOUND when the library has no such entry */
	entry(id: string): Entry {
		const entry = this.entries.get(id)
		if (entry) return entry
		throw new Failure(
			'NOT_FOUND',
			`The library has nothing called “${id}”.`,
			'Open the library and choose from the list.',
		)
	}

	/** @returns a document with the works, references and comparisons around it. */
	documentView(id: string): DocumentView {
		const entry = this.entry(id)
		if (entry.kind !== 'article' && entry.kind !== 'trope')
			throw new Failure('NOT_FOUND', `“${id}” is a ${entry.kind}, not a text.`, 'Open an article or a trope.')
		const comparisons = this.comparisons()
			.filter((comparison) => [...comparison.tropes, ...comparison.articles].includes(id))
			.map(({ id, title }) => ({ id, title }))
		return { document: entry.item, comparisons, ...this.#around([entry.item], [], entry.item.topics) }
	}

	/** @returns a comparison with its documents, works and references. */
	comparisonView(id: string): ComparisonView {
		const entry = this.entry(id)
		if (entry.kind !== 'comparison')
			throw new Failure('NOT_FOUND', `“${id}” is a ${entry.kind}, not a comparison.`, 'Open a comparison.')
		const comparison = entry.item
		const documents = [...comparison.tropes, ...comparison.articles].flatMap((document) => {
			const found = this.entries.get(document)
			return found?.kind === 'trope' || found?.kind === 'article' ? [found.item] : []
		})
		const cited = comparison.points.flatMap((point) => point.references)
		return { comparison, documents, ...this.#around(documents, cited, comparison.topics) }
	}

	/** @returns the canonical text of what annotations are about, and its hash. @throws Failure NOT_FOUND as `entry` */
	text(source: Source): { text: string; hash: string } {
		const text = this.#textOf(source)
		const hash = this.#hash(source)
		if (text !== undefined && hash) return { text, hash }
		throw new Failure(
			'NOT_FOUND',
			`The library has nothing at “${source}”.`,
			'Open the library and choose from the list.',
		)
	}

	/** @returns the hashes of those texts; a source that is not here is left out. */
	hashes(sources: readonly Source[]): { source: Source; hash: string }[] {
		return sources.flatMap((source) => {
			const hash = this.#hash(source)
			return hash ? [{ source, hash }] : []
		})
	}

	#hash(source: Source): string | undefined {
		const known = this.#hashes.get(source)
		if (known) return known
		const text = this.#textOf(source)
		if (text === undefined) return undefined
		const hash = createHash('sha256').update(text).digest('hex')
		this.#hashes.set(source, hash)
		return hash
	}

	#textOf(source: Source): string | undefined {
		return textOf(source, {
			document: (id) => {
				const entry = this.entries.get(id)
				return entry?.kind === 'article' || entry?.kind === 'trope' ? entry.item : undefined
			},
			comparison: (id) => {
				const entry = this.entries.get(id)
				return entry?.kind === 'comparison' ? entry.item : undefined
			},
		})
	}

	#around(documents: readonly Document[], cited: readonly string[], topics: readonly string[]) {
		const works = new Set(documents.flatMap((document) => document.depictions.map((depiction) => depiction.work)))
		const references = new Set([...cited, ...documents.flatMap(citedIn)])
		const entries = (ids: Set<string>) => [...ids].flatMap((id) => this.entries.get(id) ?? [])
		return {
			works: entries(works).flatMap((entry) => (entry.kind === 'work' ? [entry.item] : [])),
			references: entries(references).flatMap((entry) => (entry.kind === 'reference' ? [entry.item] : [])),
			topics: topics.flatMap((id) => this.#topics.get(id) ?? []),
		}
	}
}

/** @returns ids of the references that a document cites, in order of first citation. */
export function citedIn(document: Document): string[] {
	const ids = document.blocks.flatMap((block) =>
		block.inlines.flatMap((inline) => (inline.type === 'citation' ? inline.items.map((item) => item.reference) : [])),
	)
	return [...new Set(ids)]
}
