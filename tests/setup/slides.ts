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

/** Presents it and counts hands at its first point, in both rounds; once, however often it is asked for. */
export async function endedWithVotes({ presentations, classroom }: Client, presentation: string): Promise<void> {
	if ((await classroom.results.list({ presentation })).length) return
	const { slides } = await presentations.show({ id: presentation })
	const slide = slides.find(({ type }) => type === 'point')?.id ?? ''
	const hands = (round: 1 | 2, accurate: number, harmful: number) =>
		classroom.act({
			type: 'hand',
			slide,
			round,
			tally: [
				{ option: 'accurate', count: accurate },
				{ option: 'harmful', count: harmful },
			],
		})
	await classroom.start({ presentation })
	await hands(1, 12, 5)
	await hands(2, 4, 13)
	await classroom.end()
}
