/** Sources of annotations: what they name, and the canonical text that selectors count in. */
import type { Annotation, Source } from '#contract/annotations.ts'
import type { Document } from '#contract/document.ts'
import type { Comparison, Point } from '#contract/library.ts'
import { canonicalText } from '../documents/canonical.ts'

export type Named =
	| { kind: 'text'; document: string }
	| { kind: 'comparison'; comparison: string }
	| { kind: 'point'; comparison: string; point: string }

/** @returns what a source names. */
export function namedBy(source: Source): Named {
	const [view, id = '', point] = source.split('/')
	if (view === 'read') return { kind: 'text', document: id }
	return point === undefined ? { kind: 'comparison', comparison: id } : { kind: 'point', comparison: id, point }
}

/** @returns the targets of an annotation whose words can be quoted: passages, and points as a whole. */
export const quotable = ({ targets }: Pick<Annotation, 'targets'>): Annotation['targets'] =>
	targets.filter(({ source, selector }) => selector || namedBy(source).kind === 'point')

/** What a point says, in the order of its canonical text. */
const said = ['claim', 'finding', 'explanation', 'question'] as const
export type Said = Pick<Point, (typeof said)[number]>

/** @returns the canonical text of a point. */
export const pointText = (point: Said): string => said.map((part) => point[part]).join('\n')

/** @returns where in that text each part of a point stands. */
export function pointParts(point: Said): Record<(typeof said)[number], { start: number; end: number }> {
	let at = 0
	const placed = said.map((part) => {
		const start = at
		const end = start + point[part].length
		at = end + 1
		return [part, { start, end }] as const
	})
	return Object.fromEntries(placed) as ReturnType<typeof pointParts>
}

/** Whoever has documents and comparisons. */
export interface Shelf {
	document(id: string): Pick<Document, 'blocks'> | undefined
	comparison(id: string): Pick<Comparison, 'points'> | undefined
}

/** @returns the canonical text of a source (of a whole comparison: none), or undefined when the shelf has no such thing. */
export function textOf(source: Source, shelf: Shelf): string | undefined {
	const named = namedBy(source)
	if (named.kind === 'text') {
		const document = shelf.document(named.document)
		return document && canonicalText(document)
	}
	const comparison = shelf.comparison(named.comparison)
	if (named.kind === 'comparison') return comparison && ''
	const point = comparison?.points.find(({ id }) => id === named.point)
	return point && pointText(point)
}
