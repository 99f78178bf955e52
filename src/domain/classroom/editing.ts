/** Slides changed by hand: new ones, another order, how long they take, how one looks. */
import type { Poll, Slide, SlideStep } from '#contract/classroom/presentations.ts'
import type { RoomPage } from '#contract/classroom/room.ts'
import { begun } from './live.ts'
import { ownSlide } from './making.ts'
import { pageAt } from './room-view.ts'
import { stepsOf } from './steps.ts'

/** What can be made by hand; points come from a comparison. */
export const ownTypes = ['text', 'question', 'poll', 'title', 'references'] as const
export type OwnType = (typeof ownTypes)[number]

/** @returns a slide with nothing on it yet */
export function blankSlide(type: OwnType, id: string): Slide {
	if (type !== 'references') return ownSlide(type, id)
	const { text: _, ...common } = ownSlide('text', id)
	return { ...common, type, heading: 'References', references: [] }
}

/** @returns the list with one of it at another place; places beyond the ends are the ends */
export function movedTo<T>(list: readonly T[], from: number, to: number): T[] {
	const moving = list[from]
	if (moving === undefined) return [...list]
	const rest = list.filter((_, index) => index !== from)
	const place = Math.max(0, Math.min(to, rest.length))
	return [...rest.slice(0, place), moving, ...rest.slice(place)]
}

/** @returns the list with something put in at a place */
export const putIn = <T>(list: readonly T[], at: number, ...items: T[]): T[] => [
	...list.slice(0, at),
	...items,
	...list.slice(at),
]

/** A poll of another kind: its options stay where it is a choice again, and what was right goes with the options it was one of. */
export const retyped = (poll: Poll, type: Poll['type']): Poll => ({ ...poll, type, answer: null })

/** Minutes that a step takes where nobody said otherwise. */
const usual: Record<SlideStep, number> = {
	open: 1,
	vote: 1,
	discuss: 2,
	revote: 1,
	reveal: 1,
	evidence: 2,
	discussion: 3,
}

/** @returns minutes that a slide takes: as was said, else about */
export function minutesOf(slide: Slide): number {
	if (slide.minutes !== null) return slide.minutes
	const steps = stepsOf(slide).reduce((sum, step) => sum + usual[step], 0)
	return slide.type === 'question' ? steps + 2 : steps
}
export const minutesIn = (slides: readonly Slide[]): number => slides.reduce((sum, slide) => sum + minutesOf(slide), 0)

/**
 * @param covered whether what carries content notes is left out, as it is where the presenter covers it
 * @returns a slide at one of its steps as the room would see it before anybody voted
 */
export function lookOf(
	slides: readonly Slide[],
	index: number,
	step: SlideStep,
	{ covered = false } = {},
): RoomPage | undefined {
	const slide = slides[index]
	if (!slide) return undefined
	const live = {
		...begun(slide.id, [], { noticeFirst: false, now: 0 }),
		at: { slide: index, step: Math.max(0, stepsOf(slide).indexOf(step)) },
		shown: [slide.id],
		decided: { [slide.id]: covered ? ('cover' as const) : ('show' as const) },
	}
	return pageAt(slide, step, index + 1, live, slides)
}
