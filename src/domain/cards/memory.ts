/** What FSRS-6 remembers of a card, in study days: its own clock is fed with days of the calendar, not with spans of 24 hours. */
import { type CardInput, type FSRS, fsrs, type RecordLog, State, type StepUnit } from 'ts-fsrs'
import type { Settings } from '#contract/workspace.ts'

/** What FSRS is set to. */
export type Knobs = Pick<Settings, 'desiredRetention' | 'learningSteps' | 'relearningSteps' | 'schedulingParameters'>

/** A card as scheduling knows it; names and values are those of the table. */
export interface CardState {
	/** 0 new, 1 learning, 2 review, 3 relearning. */
	state: number
	/** The learning step that comes next. */
	step: number
	stability: number | null
	difficulty: number | null
	/** Days between the last review and the next. */
	interval: number
	reps: number
	lapses: number
	/** The study day of the last review. */
	lastDay: number | null
}

/** As long as Anki lets an interval become: a hundred years. */
export const longest = 36_500
const dayLength = 86_400_000
/** The difficulty of a card that came without one: the middle. */
const middling = 5

/** @returns FSRS-6 with its defaults, except for what the reader has set. It does not fuzz: days are chosen in `days.ts`. */
export const fsrsOf = ({ desiredRetention, learningSteps, relearningSteps, schedulingParameters }: Knobs): FSRS =>
	fsrs({
		request_retention: desiredRetention,
		maximum_interval: longest,
		enable_fuzz: false,
		learning_steps: learningSteps.map(step),
		relearning_steps: relearningSteps.map(step),
		...(schedulingParameters.length ? { w: schedulingParameters } : {}),
	})

const step = (minutes: number): StepUnit => `${Math.round(minutes)}m`

/** @returns the study day as the midnight that FSRS counts days and minutes from. */
const midnight = (day: number): Date => new Date(day * dayLength)

/** @returns days since the last review; none where the calendar went back since, as on a journey. */
export const elapsedDays = ({ lastDay }: Pick<CardState, 'lastDay'>, day: number): number =>
	lastDay === null ? 0 : Math.max(0, day - lastDay)

/** @returns the memory of a card that is not new; one that came without any lasts about as long as its interval. */
export const memoryOf = ({
	stability,
	difficulty,
	interval,
}: Pick<CardState, 'stability' | 'difficulty' | 'interval'>) => ({
	stability: stability ?? Math.max(1, interval),
	difficulty: difficulty ?? middling,
})

/** @returns what each of the four answers on a study day would make of a card. */
export function recalled(card: CardState, day: number, fsrs: FSRS): RecordLog {
	const isNew = card.state === State.New
	const input: CardInput = {
		due: midnight(day),
		...(isNew ? { stability: 0, difficulty: 0 } : memoryOf(card)),
		elapsed_days: 0,
		scheduled_days: card.interval,
		learning_steps: card.step,
		reps: card.reps,
		lapses: card.lapses,
		state: card.state,
		...(isNew ? {} : { last_review: midnight(day - elapsedDays(card, day)) }),
	}
	return fsrs.repeat(input, midnight(day))
}

/** @returns minutes until the step after an answer on this day; 0 where it is days. */
export const minutesUntil = (due: Date, day: number): number => Math.round((due.getTime() - day * dayLength) / 60_000)
