/** Where a presentation that is on stands, and what comes next. */
import type { Live } from '#contract/classroom/classroom.ts'
import type { Slide, SlideStep } from '#contract/classroom/presentations.ts'
import type { RoomPage } from '#contract/classroom/room.ts'
import type { ContentNote } from '#contract/words.ts'
import { acted } from './live.ts'
import { pageAt } from './room-view.ts'
import { contentNotesOf, stepsOf } from './steps.ts'

export interface Ahead {
	slide: Slide
	step: SlideStep
	/** As the room would see it. */
	page: RoomPage
	/** What it carries that was not decided on. */
	contentNotes: ContentNote[]
	/** Whether it is another slide than the one that is on. */
	another: boolean
}

/** @returns what is held, else what the next step shows, for the presenter alone; null where it is the end */
export function aheadOf(live: Live, slides: readonly Slide[]): Ahead | null {
	const to = live.held ? live : acted(live, slides, { type: 'next' }, 0)
	const { slide: index, step: number } = to.held ?? to.at
	const slide = slides[index]
	if (!slide) return null
	const step = stepsOf(slide)[number] ?? 'open'
	const undecided = live.decided[slide.id] ? [] : contentNotesOf(slide)
	const page = pageAt(slide, step, 1, to, slides)
	return { slide, step, page, contentNotes: undecided, another: index !== live.at.slide }
}

/** @returns minutes that were planned for the slides before `index` and for all of them; slides without a plan count nothing */
export function plannedMinutes(slides: readonly Slide[], index: number): { before: number; all: number } {
	const sum = (some: readonly Slide[]) => some.reduce((minutes, slide) => minutes + (slide.minutes ?? 0), 0)
	return { before: sum(slides.slice(0, index)), all: sum(slides) }
}
