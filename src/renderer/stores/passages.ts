/** What the target of an annotation reads, as far as it may be shown: what is covered is not quoted. */
import { defineStore } from 'pinia'
import { type ComputedRef, computed, shallowReactive } from 'vue'
import type { Target } from '#contract/annotations.ts'
import type { Document } from '#contract/document.ts'
import { overlap, type Stretch } from '#domain/annotations/passages.ts'
import { type Part, partsOf } from '#domain/documents/parts.ts'
import { client } from '../client/index.ts'
import { useCovers } from './covers.ts'

interface Known {
	document: Document
	covered: ComputedRef<(Stretch & { first: string })[]>
}

/** @returns the id of the text that a source is; undefined for a comparison. */
export const textOf = (source: string): string | undefined => /^read\/(.+)$/.exec(source)?.[1]

export const usePassages = defineStore('passages', () => {
	const covers = useCovers()
	const known = shallowReactive(new Map<string, Known>())
	const asked = new Set<string>()

	/** @returns where the text is covered, with the block that stands in the page for what is. */
	function coveredIn(document: Document): (Stretch & { first: string })[] {
		const found: (Stretch & { first: string })[] = []
		const look = (part: Part, under: string | undefined) => {
			if (part.type === 'block') return
			const first = part.blocks[0]?.id ?? ''
			const flagged =
				part.type === 'flagged'
					? { id: `${document.id}#${part.id}`, notes: part.notes }
					: { id: part.depiction.id, notes: part.depiction.contentNotes, spoiler: part.depiction.spoiler }
			const by = under ?? (covers.reasons(flagged) ? first : undefined)
			if (by) for (const { start, end } of part.blocks) found.push({ start, end, first: by })
			if (part.type === 'depiction') for (const nested of part.nested) look(nested, by)
		}
		for (const part of partsOf(document)) look(part, undefined)
		return found
	}

	/** Notes a text that is at hand. */
	function know(document: Document): void {
		if (known.get(document.id)?.document === document) return
		known.set(document.id, { document, covered: computed(() => coveredIn(document)) })
	}
	function lookUp(source: string): Known | undefined {
		const id = textOf(source)
		if (!id) return undefined
		const there = known.get(id)
		if (!there && !asked.has(id)) {
			asked.add(id)
			client.library.document({ id }).then(
				({ document }) => know(document),
				() => {},
			)
		}
		return there
	}

	/** @returns the title of a text, once it is known */
	const titleOf = (source: string): string | undefined => lookUp(source)?.document.title
	/** @returns the quote; undefined while it is covered, or while it is not known whether it is */
	function quoteOf({ source, selector }: Pick<Target, 'source' | 'selector'>): string | undefined {
		const text = lookUp(source)
		if (!selector || !text || text.covered.value.some((stretch) => overlap(stretch, selector))) return undefined
		return selector.exact
	}
	/** @returns the block in the page where a passage begins, or the one that stands for it while it is covered */
	function blockOf(source: string, offset: number): string | undefined {
		const text = lookUp(source)
		const at = { start: offset, end: offset + 1 }
		return (
			text?.covered.value.find((stretch) => overlap(stretch, at))?.first ??
			text?.document.blocks.find(({ end }) => end > offset)?.id
		)
	}
	return { know, titleOf, quoteOf, blockOf }
})
