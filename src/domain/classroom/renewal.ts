/** Slides of points that the library has changed its mind about since they were made. */
import type { PointSlide, Slide } from '#contract/classroom/presentations.ts'
import type { ComparisonView } from '#contract/library.ts'
import type { ContentNote } from '#contract/words.ts'
import { checksum } from './checksum.ts'
import { copied, pointSlide, thingsOn } from './point-slide.ts'

/**
 * @param view the comparison as the library has it now; slides of other comparisons are left alone
 * @returns by its id, each slide that the library would write otherwise now, brought up to date. Notes, steps and order stay, and so
 *   does whatever the presenter has worded anew; content notes are added to theirs, never taken away.
 */
export function slidesChanged(slides: readonly Slide[], view: ComparisonView): Map<string, PointSlide> {
	return new Map(
		slides.flatMap((slide) => {
			const renewed = slide.type === 'point' ? renewedOf(slide, view) : undefined
			return renewed ? [[slide.id, renewed]] : []
		}),
	)
}

function renewedOf(slide: PointSlide, view: ComparisonView): PointSlide | undefined {
	const { comparison, point: id, made } = slide.source
	const point = view.comparison.points.find((each) => each.id === id)
	if (comparison !== view.comparison.id || !point || !made) return undefined
	const shown = slide.depictions.map((depiction) => depiction.id)
	const now = pointSlide(view, point, { depictions: shown, steps: slide.steps, pairs: true })
	const [old, fresh] = [thingsOn(slide), thingsOn(now)]
	// What was not put on the slide when it was made is not missed.
	const left = ({ fiction, reality }: typeof made) => [
		fiction === nothing && 'fiction',
		reality === nothing && 'reality',
	]
	const changed = new Set(
		[...fresh.keys()].filter(
			(name) => made[name] !== undefined && made[name] !== checksum(fresh.get(name)) && !left(made).includes(name),
		),
	)
	if (changed.size === 0) return undefined
	const untouched = (name: string) => made[name] === checksum(old.get(name))
	const taken = copied.filter((field) => changed.has(field) && untouched(field))
	const renewed: PointSlide = { ...slide, ...Object.fromEntries(taken.map((field) => [field, now[field]])) }
	return {
		...renewed,
		contentNotes: untouched('contentNotes') ? now.contentNotes : both(slide.contentNotes, now.contentNotes),
		depictions: slide.depictions.map((depiction) => {
			const told = now.depictions.find((each) => each.id === depiction.id)
			return told && untouched(`depiction ${depiction.id}`) ? told : flagged(depiction, told)
		}),
		fiction: flagged(renewed.fiction, now.fiction),
		reality: flagged(renewed.reality, now.reality),
		poll: { ...slide.poll, answer: slide.poll.answer === slide.verdict ? renewed.verdict : slide.poll.answer },
		source: { ...slide.source, made: { ...made, ...now.source.made } },
	}
}

const nothing = checksum(null)

/** What was worded anew, with what the library says now that it carries. */
const flagged = <T extends { contentNotes: ContentNote[] } | null>(own: T, told: T | undefined): T =>
	own && told ? { ...own, contentNotes: both(own.contentNotes, told.contentNotes) } : own

const both = <T>(one: readonly T[], other: readonly T[]): T[] => [...new Set([...one, ...other])]
