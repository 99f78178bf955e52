/** What the target of an annotation reads, as far as it may be shown: what is covered is not quoted. */
import { defineStore } from 'pinia'
import { shallowReactive } from 'vue'
import type { Target } from '#contract/annotations.ts'
import type { Document } from '#contract/document.ts'
import type { Comparison, Point } from '#contract/library.ts'
import { blockOf as blockIn, type Cover, coversInPoint, coversOf } from '#domain/annotations/covers.ts'
import { type Mark, type Stretch, shortened } from '#domain/annotations/passages.ts'
import { namedBy } from '#domain/annotations/sources.ts'
import { dimensionLabel } from '#domain/words/labels.ts'
import { client } from '../client/index.ts'
import { type Flagged, useCovers } from './covers.ts'

type Whole = Document | Comparison
type Found = { document: Document } | { comparison: Comparison; point: Point | undefined }

/** What is known of a target; one that has no state yet stands where it says. */
type Quoted = Pick<Target, 'source' | 'selector'> & Partial<Pick<Target, 'state' | 'proposal'>>

async function load(source: string): Promise<Whole | undefined> {
	const named = namedBy(source)
	if (named.kind === 'text') return (await client.library.document({ id: named.document })).document
	const shown = await client.library.show({ id: named.comparison })
	return shown.kind === 'comparison' ? shown.item : undefined
}

export const usePassages = defineStore('passages', () => {
	const covers = useCovers()
	/** By id: no text and comparison share one. */
	const known = shallowReactive(new Map<string, Whole>())
	const asked = new Set<string>()

	/** Notes what is at hand. */
	function know(whole: Whole): void {
		if (known.get(whole.id) !== whole) known.set(whole.id, whole)
	}
	function lookUp(source: string): Found | undefined {
		const named = namedBy(source)
		const id = named.kind === 'text' ? named.document : named.comparison
		const there = known.get(id)
		if (!there && !asked.has(id)) {
			asked.add(id)
			// What is not in the library is not quoted; it may be asked for again later.
			load(source).then(
				(whole) => whole && know(whole),
				() => asked.delete(id),
			)
		}
		if (!there) return undefined
		if (!('points' in there)) return { document: there }
		const point = named.kind === 'point' ? there.points.find((one) => one.id === named.point) : undefined
		return { comparison: there, point }
	}
	/** @returns the outermost cover over a passage that is closed. */
	function coverOver(found: Found, at: Stretch): Cover | undefined {
		const all =
			'document' in found
				? coversOf(found.document, at)
				: found.point
					? coversInPoint(found.comparison.id, found.point, at)
					: []
		return all.find((cover) => covers.reasons(cover))
	}

	/** @returns the title of a text, or of a comparison with the dimension of the point; once it is known */
	function titleOf(source: string): string | undefined {
		const found = lookUp(source)
		if (!found || 'document' in found) return found?.document.title
		const { comparison, point } = found
		return point ? `${comparison.title} · ${dimensionLabel(point.dimension)}` : comparison.title
	}
	/** All that a text or a point warns of: a passage that is gone from it may have been covered, or not. */
	const whole = (found: Found): Flagged =>
		'document' in found
			? { id: found.document.id, notes: found.document.contentNotes }
			: { id: `${found.comparison.id}#${found.point?.id}`, notes: found.point?.contentNotes ?? [] }
	/** @returns the quote; undefined while it is covered, or while it is not known whether it is */
	function quoteOf({ source, selector, state = 'anchored', proposal }: Quoted): string | undefined {
		const found = selector && lookUp(source)
		if (!found) return undefined
		const at = state === 'anchored' ? selector : state === 'review' ? proposal : undefined
		const covered = at ? coverOver(found, at) : covers.reasons(whole(found))
		return covered ? undefined : selector.exact
	}
	/** @returns the other end of a link in some words, as far as they may be shown; undefined for what is no link */
	function farEnd({ annotation, target }: Pick<Mark, 'annotation' | 'target'>, most: number): string | undefined {
		const other = annotation.motivation === 'linking' ? annotation.targets[1 - target] : undefined
		return other && shortened(quoteOf(other) ?? titleOf(other.source) ?? 'another passage', most)
	}
	/** @returns the block in the page where a passage begins, or the one that stands for it while it is covered */
	function blockOf(source: string, start: number): string | undefined {
		const found = lookUp(source)
		if (!found || !('document' in found)) return found?.point?.id
		const { document } = found
		const cover = coverOver(found, { start, end: start + 1 })
		if (!cover) return blockIn(document, { start })
		return cover.id.split('#')[1] ?? document.blocks.find(({ depiction }) => depiction === cover.id)?.id
	}
	return { know, titleOf, quoteOf, farEnd, blockOf }
})
