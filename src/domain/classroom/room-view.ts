/** What the room sees of a presentation that is on. Notes, held slides and results before the reveal are not in it. */
import type { Live } from '#contract/classroom/classroom.ts'
import type { Poll, Presentation, Slide, SlideStep } from '#contract/classroom/presentations.ts'
import type { RoomPage, RoomPoll, RoomView } from '#contract/classroom/room.ts'
import { openPoll } from './live.ts'
import { labelOf, partsAt } from './parts.ts'
import { added, optionsOf, votesIn } from './polls.ts'
import { stepsOf } from './steps.ts'

type Shown = Pick<Presentation, 'title' | 'theme' | 'slides'>

/** @param join how to follow on one’s own device, where that is on */
export function roomView(presentation: Shown, live: Live, join: RoomView['join']): RoomView {
	const state = stateOf(presentation, live, join)
	const seen = state === 'slide' || state === 'join'
	return {
		title: presentation.title,
		theme: presentation.theme,
		state,
		page: seen ? pageOf(presentation, live) : null,
		zoom: state === 'slide' ? live.zoom : null,
		pointer: state === 'slide' ? live.pointer : null,
		scroll: state === 'slide' ? live.scroll : 0,
		timer: seen ? live.timer : null,
		join: state === 'join' ? join : null,
	}
}

function stateOf({ slides }: Shown, live: Live, join: RoomView['join']): RoomView['state'] {
	if (live.at.slide >= slides.length) return 'ended'
	if (live.black) return 'black'
	if (live.held && live.notice) return 'notice'
	if (live.joining && join) return 'join'
	return live.shown.length === 0 ? 'waiting' : 'slide'
}

/** @returns the page that is on; null before the first */
export function pageOf({ slides }: Shown, live: Live): RoomPage | null {
	const slide = slides[live.at.slide]
	if (!slide) return null
	const number = live.shown.indexOf(slide.id) + 1
	return number === 0 ? null : pageAt(slide, stepsOf(slide)[live.at.step] ?? 'open', number, live, slides)
}

/** @returns a slide at one of its steps, as the room would see it: for the presenter’s preview too */
export function pageAt(slide: Slide, step: SlideStep, number: number, live: Live, slides: readonly Slide[]): RoomPage {
	const covered = live.decided[slide.id] === 'cover'
	return {
		number,
		slide: slide.id,
		type: slide.type,
		step,
		label: labelOf(slide),
		dimension: slide.type === 'point' ? slide.dimension : null,
		parts: partsAt(slide, { step, covered, poll: roomPoll(slide, step, live, slides) }),
	}
}

const noPoll: Poll = { type: 'choice', question: '', options: [], answer: null }

function roomPoll(slide: Slide, step: SlideStep, live: Live, slides: readonly Slide[]): RoomPoll {
	const asked = slide.type === 'poll' || slide.type === 'point' ? slide.poll : noPoll
	const { answer, ...poll } = asked
	const known = live.polls[slide.id]
	const open = openPoll(live, slides)
	const late = step === 'revote' || (step !== 'open' && step !== 'vote' && (known?.rounds[1].voters ?? 0) > 0)
	const rounds = (known?.rounds ?? []).map(({ tally, hand }) => added(tally, hand))
	const told = rounds.filter((tally) => votesIn(tally) > 0)
	return {
		...poll,
		options: optionsOf(poll),
		round: late ? 2 : 1,
		open: open?.slide.id === slide.id && step === (open.round === 1 ? 'vote' : 'revote'),
		voters: known?.rounds[late ? 1 : 0].voters ?? 0,
		results: step === 'reveal' ? { rounds: told, answer } : null,
	}
}
