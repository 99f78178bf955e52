/** Presentations to look at and to change. */

import type { Presentation } from '#contract/classroom/presentations.ts'
import type { Client } from '#contract/index.ts'
import { makeSlides } from '#domain/classroom/making.ts'

export const comparisonId = 'intimate-psychotherapy-and-sex-therapy'

/** @returns a presentation made of some points of the comparison that ships */
export async function makePresentation(
	{ library, presentations }: Client,
	title = 'Made for a class',
): Promise<Presentation> {
	const view = await library.comparison({ id: comparisonId })
	const points = view.comparison.points.slice(0, 3).map(({ id }) => id)
	const slides = makeSlides(view, { points })
	return presentations.create({ title, comparison: comparisonId, theme: 'light', slides })
}
