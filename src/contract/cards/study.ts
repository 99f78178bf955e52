/** Studying: the next card, an answer, a step back. */
import { base } from '../errors.ts'
import { z } from '../jitless.ts'
import { Line } from '../text.ts'
import { Day, DeckId, DueCounts } from './decks.ts'
import { CardId, CardNote, Face } from './notes.ts'
import { cardStates, ratings } from './words.ts'

export const Rating = z.enum(ratings)

/** When a card comes back: after minutes within the day, or after days. */
export const Interval = z.union([z.strictObject({ minutes: z.number() }), z.strictObject({ days: z.int() })])

export const StudyCard = z.strictObject({
	card: CardId,
	note: CardNote,
	deck: DeckId,
	deckName: Line,
	state: z.enum(cardStates),
	/** Reviews that it has had; an answer names them. */
	reps: z.int(),
	face: Face,
	/** What each rating would do. */
	choices: z.record(Rating, Interval),
	/** Forgotten so often that the card is to blame; how often, where it is one. */
	leech: z.int().optional(),
})

/** A sitting: what is left of it, and the card that comes next. */
export const Sitting = z.strictObject({
	/** The study day. */
	today: Day,
	due: DueCounts,
	/** Null when nothing is due now. */
	next: StudyCard.nullable(),
	/** When the next learning step is due, where only such are left (milliseconds since 1970). */
	waitUntil: z.int().optional(),
	/** A review that can be taken back. */
	canUndo: z.boolean(),
	/** What piled up while the reader was away, where it is portioned out. */
	backlog: z.strictObject({ cards: z.int(), perDay: z.int(), until: Day }).optional(),
})

/** Decks whose cards are studied, those below them included; all of them without any. */
const Scope = z.strictObject({ decks: z.array(DeckId).max(200).optional() })

/** The plan that brings a deck to its exam. */
export const ExamPlan = z.strictObject({
	deck: DeckId,
	exam: Day,
	daysLeft: z.int(),
	/** New cards that are left, and how many a day bring all of them in. */
	newLeft: z.int(),
	newPerDay: z.int(),
	/** Share of the cards that would be remembered on that day: as things stand, and with the plan. */
	expected: z.number(),
	planned: z.number(),
	/** Reviews a day until then, from today on. */
	load: z.array(z.strictObject({ day: Day, new: z.int(), reviews: z.int() })),
})

export const studyContract = {
	next: base.input(Scope).output(Sitting),
	/** Keeps an answer. It is refused (CONFLICT) where the card has been answered since it was shown. */
	answer: base
		.input(
			Scope.extend({
				card: CardId,
				rating: Rating,
				/** Reviews that the card had when it was shown. */
				reps: z.int().min(0),
				/** Milliseconds between showing and answering. */
				took: z.int().min(0).max(3_600_000),
			}),
		)
		.output(
			Sitting.extend({
				/** The answer made a leech of the card and suspended it. */
				leech: z.boolean(),
			}),
		),
	/** Takes the last review back, exactly one. Its card comes next. */
	undo: base.input(Scope).output(Sitting),
	plan: base.input(z.strictObject({ deck: DeckId, exam: Day })).output(ExamPlan),
}

export type Rating = z.infer<typeof Rating>
export type Interval = z.infer<typeof Interval>
export type StudyCard = z.infer<typeof StudyCard>
export type Sitting = z.infer<typeof Sitting>
export type ExamPlan = z.infer<typeof ExamPlan>
