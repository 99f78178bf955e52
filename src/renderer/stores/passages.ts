/** What the target of an annotation reads, as far as it may be shown: what is covered is not quoted. */
import { defineStore } from 'pinia'
import { shallowReactive } from 'vue'
import type { Target } from '#contract/annotations.ts'
import type { Document } from '#contract/document.ts'
import { blockOf as blockIn, coversOf } from '#domain/annotations/covers.ts'
import type { Stretch } from '#domain/annotations/passages.ts'
import { client } from '../client/index.ts'
import { useCovers } from './covers.ts'

/** @returns the id of the text that a source is; undefined for a comparison. */
export const textOf = (source: string): string | undefined => /^read\/(.+)$/.exec(source)?.[1]

export const usePassages = defineStore('passages', () => {
	const covers = useCovers()
	const known = shallowReactive(new Map<string, Document>())
	const asked = new Set<string>()

	/** Notes a text that is at hand. */
	function know(document: Document): void {
		if (known.get(document.id) !== document) known.set(document.id, document)
	}
	function lookUp(source: string): Document | undefined {
		const id = textOf(source)
		if (!id) return undefined
		const there = known.get(id)
		if (!there && !asked.has(id)) {
			asked.add(id)
			// A text that is not in the library is not quoted; it may be asked for again later.
			client.library.document({ id }).then(
				({ document }) => know(document),
				() => asked.delete(id),
			)
		}
		return there
	}
	/** @returns the outermost cover over a passage that is closed. */
	const coverOver = (document: Document, at: Stretch) => coversOf(document, at).find((cover) => covers.reasons(cover))

	/** @returns the title of a text, once it is known */
	const titleOf = (source: string): string | undefined => lookUp(source)?.title
	/** @returns the quote; undefined while it is covered, or while it is not known whether it is */
	function quoteOf({ source, selector }: Pick<Target, 'source' | 'selector'>): string | undefined {
		const document = lookUp(source)
		return selector && document && !coverOver(document, selector) ? selector.exact : undefined
	}
	/** @returns the block in the page where a passage begins, or the one that stands for it while it is covered */
	function blockOf(source: string, start: number): string | undefined {
		const document = lookUp(source)
		const cover = document && coverOver(document, { start, end: start + 1 })
		if (!cover) return document && blockIn(document, { start })
		return cover.id.split('#')[1] ?? document.blocks.find(({ depiction }) => depiction === cover.id)?.id
	}
	return { know, titleOf, quoteOf, blockOf }
})
