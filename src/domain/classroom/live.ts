/** A presentation that is on: each act makes the next state of the last one. Nothing here waits for anything. */
import type { Live, LiveAction, LivePoll } from '#contract/classroom/classroom.ts'
import type { Slide } from '#contract/classroom/presentations.ts'
import type { Tally, Timer } from '#contract/classroom/room.ts'
import { contentNotesOf, stepsOf } from './steps.ts'

type Place = Live['at']
type Slides = readonly Slide[]

/**
 * @param noticeFirst whether the room is told that something may come, while a slide is held
 * @param now milliseconds since 1970, UTC
 * @returns the state at the first slide, which may be held at once
 */
export function begun(
	presentation: string,
	slides: Slides,
	{ noticeFirst, now }: { noticeFirst: boolean; now: number },
) {
	const live: Live = {
		presentation,
		started: now,
		at: { slide: 0, step: 0 },
		held: null,
		notice: noticeFirst,
		decided: {},
		black: false,
		joining: false,
		zoom: null,
		pointer: null,
		scroll: 0,
		timer: null,
		shown: [],
		polls: {},
	}
	return moved(live, slides, live.at)
}

/** @returns the state after an act; the same object where it changes nothing */
export function acted(live: Live, slides: Slides, action: LiveAction, now: number): Live {
	switch (action.type) {
		case 'next':
			return moved(live, slides, after(live.at, slides))
		case 'back':
			return moved(live, slides, before(live.at, slides))
		case 'go':
			return moved(live, slides, { slide: action.slide, step: action.step ?? 0 })
		case 'decide':
			return decided(live, slides, action.how)
		case 'black':
			return { ...live, black: action.on }
		case 'join':
			return { ...live, joining: action.on }
		case 'zoom':
			return { ...live, zoom: action.part, scroll: 0 }
		case 'pointer':
			return { ...live, pointer: action.at }
		case 'scroll':
			return { ...live, scroll: action.to }
		case 'votes':
			return withPoll(live, slides[live.at.slide]?.id, (poll) => ({ ...poll, closed: !action.open }))
		case 'hand':
			return withRound(live, action.slide, action.round, (round) => ({ ...round, hand: action.tally }))
		case 'timer': {
			const { length } = action
			return { ...live, timer: length === null ? null : { length, left: length, runningSince: now } }
		}
		case 'pause':
			return { ...live, timer: live.timer && paused(live.timer, action.on, now) }
	}
}

/** @returns the state with what devices have chosen in a round */
export const counted = (live: Live, slide: string, round: 1 | 2, tally: Tally, voters: number): Live =>
	withRound(live, slide, round, (known) => ({ ...known, tally, voters }))

/** The poll that takes votes now, if one does. */
export function openPoll(live: Live, slides: Slides): { slide: Slide; round: 1 | 2 } | null {
	const slide = slides[live.at.slide]
	if (!slide || !live.shown.includes(slide.id)) return null
	const step = stepsOf(slide)[live.at.step]
	const poll = live.polls[slide.id]
	if ((step !== 'vote' && step !== 'revote') || poll?.closed || poll?.revealed) return null
	return { slide, round: step === 'vote' ? 1 : 2 }
}

/** @returns milliseconds that a timer has left, never less than none */
export const leftOf = ({ left, runningSince }: Timer, now: number): number =>
	Math.max(0, runningSince === null ? left : left - (now - runningSince))

export const noVotes = (): LivePoll => {
	const round = () => ({ tally: [], voters: 0, hand: [] })
	return { rounds: [round(), round()], closed: false, revealed: false }
}

function moved(live: Live, slides: Slides, to: Place): Live {
	const slide = slides[to.slide]
	if (!slide) return { ...live, at: { slide: slides.length, step: 0 }, held: null, ...nothingShown }
	const steps = stepsOf(slide)
	const at = { slide: to.slide, step: Math.min(to.step, steps.length - 1) }
	const contentNotes = contentNotesOf(slide)
	if (contentNotes.length > 0 && !live.decided[slide.id]) return { ...live, held: { ...at, contentNotes } }
	const shown = live.shown.includes(slide.id) ? live.shown : [...live.shown, slide.id]
	const there: Live = { ...live, at, held: null, shown, ...nothingShown }
	const reveal = steps.indexOf('reveal')
	return withPoll(there, hasPoll(slide) ? slide.id : undefined, (poll) => ({
		...poll,
		closed: false,
		revealed: poll.revealed || (reveal >= 0 && at.step >= reveal),
	}))
}

/** What belonged to the place before. */
const nothingShown = { zoom: null, pointer: null, scroll: 0, joining: false }

const hasPoll = (slide: Slide): boolean => slide.type === 'poll' || slide.type === 'point'

function after({ slide, step }: Place, slides: Slides): Place {
	const here = slides[slide]
	if (!here) return { slide, step }
	return step + 1 < stepsOf(here).length ? { slide, step: step + 1 } : { slide: slide + 1, step: 0 }
}

function before({ slide, step }: Place, slides: Slides): Place {
	if (step > 0) return { slide, step: step - 1 }
	const last = slides[slide - 1]
	return last ? { slide: slide - 1, step: stepsOf(last).length - 1 } : { slide, step }
}

function decided(live: Live, slides: Slides, how: 'show' | 'cover' | 'skip' | 'stay'): Live {
	const { held } = live
	if (how === 'stay') return { ...live, held: null }
	if (how === 'skip') {
		if (!held) return moved(live, slides, { slide: live.at.slide + 1, step: 0 })
		const backwards = held.slide < live.at.slide
		if (!backwards) return moved(live, slides, { slide: held.slide + 1, step: 0 })
		return moved(live, slides, before({ slide: held.slide, step: 0 }, slides))
	}
	const slide = slides[(held ?? live.at).slide]
	if (!slide) return live
	const known = { ...live, decided: { ...live.decided, [slide.id]: how } }
	return held ? moved(known, slides, held) : known
}

function withPoll(live: Live, slide: string | undefined, change: (poll: LivePoll) => LivePoll): Live {
	if (slide === undefined) return live
	return { ...live, polls: { ...live.polls, [slide]: change(live.polls[slide] ?? noVotes()) } }
}

type Round = LivePoll['rounds'][number]
function withRound(live: Live, slide: string, number: 1 | 2, change: (round: Round) => Round): Live {
	return withPoll(live, slide, (poll) => {
		const [first, second] = poll.rounds
		return { ...poll, rounds: number === 1 ? [change(first), second] : [first, change(second)] }
	})
}

function paused(timer: Timer, on: boolean, now: number): Timer {
	if (on === (timer.runningSince === null)) return timer
	return { ...timer, left: leftOf(timer, now), runningSince: on ? null : now }
}
