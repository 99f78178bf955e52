/** Where a marked passage stands in a document or a point, and under which covers. */
import type { Document } from '#contract/document.ts'
import type { Point } from '#contract/library.ts'
import type { ContentNote } from '#contract/words.ts'
import { type Part, partsOf } from '../documents/parts.ts'
import { pointParts, type Said } from './sources.ts'

/** Why a passage may be covered; the id is that of the same passage elsewhere. */
export interface Cover {
	id: string
	notes: readonly ContentNote[]
	spoiler?: boolean
}

interface Span {
	start: number
	end: number
}

const touches = (a: Span, b: Span) => a.start < b.end && b.start < a.end

function coversOfPart(document: Document, part: Part, span: Span): Cover[] {
	if (part.type === 'block') return []
	const own = part.blocks.some((block) => touches(block, span))
	if (part.type === 'flagged') return own ? [{ id: `${document.id}#${part.id}`, notes: part.notes }] : []
	const inside = part.nested.flatMap((nested) => coversOfPart(document, nested, span))
	if (!own && !inside.length) return []
	const { id, contentNotes, spoiler } = part.depiction
	// A depiction without a mark covers nothing of its own, but what is nested in it may.
	return contentNotes.length || spoiler ? [{ id, notes: contentNotes, spoiler }, ...inside] : inside
}

/** Asked for each quote of a text: its parts are put together once. */
const known = new WeakMap<Document, Part[]>()

/** @returns the covers that a stretch of the canonical text lies under, the outermost first. */
export function coversOf(document: Document, span: Span): Cover[] {
	const parts = known.get(document) ?? partsOf(document)
	known.set(document, parts)
	return parts.flatMap((part) => coversOfPart(document, part, span))
}

/** @returns the id of the block that a stretch of the canonical text begins in, or undefined beyond the end. */
export const blockOf = (document: Pick<Document, 'blocks'>, { start }: Pick<Span, 'start'>): string | undefined =>
	document.blocks.find((block) => start <= block.end)?.id

/** @returns the side that a passage of a point speaks for; the question at its end is of neither. */
export function sideInPoint(point: Said, { start }: Pick<Span, 'start'>): 'fiction' | 'reality' | undefined {
	const { finding, explanation } = pointParts(point)
	if (start < finding.start) return 'fiction'
	return start < explanation.end ? 'reality' : undefined
}

/** @returns the covers over a passage of a point: only the explanation carries its content notes. */
export function coversInPoint(comparison: string, point: Point, span: Span): Cover[] {
	const covered = point.contentNotes.length > 0 && touches(pointParts(point).explanation, span)
	return covered ? [{ id: `${comparison}#${point.id}`, notes: point.contentNotes }] : []
}
