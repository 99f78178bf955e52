/** What reviews add up to. Days are study days: they begin at the reader’s rollover hour. */
import { eventIterator } from '@orpc/contract'
import { base } from '../errors.ts'
import { z } from '../jitless.ts'
import { Day, DeckId } from './decks.ts'
import { Enough, FitStep, Fitted } from './fit.ts'
import { cardStates } from './words.ts'

const Scope = z.strictObject({ deck: DeckId.optional() })
/** Cards whose value lies from `from` up to `to`. */
const Bin = z.strictObject({ from: z.number(), to: z.number(), cards: z.int() })

export const Statistics = z.strictObject({
	today: Day,
	/** Reviews that fall due a day, what is overdue on the first. */
	forecast: z.array(z.strictObject({ day: Day, learning: z.int(), review: z.int() })),
	/** What was done, day by day, days without reviews left out. */
	days: z.array(
		z.strictObject({
			day: Day,
			new: z.int(),
			learning: z.int(),
			review: z.int(),
			/** Milliseconds. */
			time: z.int(),
			/** Of the reviews of that day (learning steps left out) those that were remembered. */
			remembered: z.int(),
		}),
	),
	/** Reviews of all kinds on the days of the last year, days without reviews left out. */
	calendar: z.array(z.strictObject({ day: Day, reviews: z.int() })),
	/**
	 * Share remembered of reviews whose interval was a day or longer; null where there was none. Mature are cards that had
	 * waited for 21 days or longer.
	 */
	retention: z.array(
		z.strictObject({
			period: z.enum(['today', 'week', 'month', 'year', 'all']),
			young: z.number().nullable(),
			mature: z.number().nullable(),
			all: z.number().nullable(),
			reviews: z.int(),
		}),
	),
	desired: z.number(),
	states: z.array(z.strictObject({ state: z.enum([...cardStates, 'suspended', 'buried']), cards: z.int() })),
	/** In days; the last bin is open. */
	stability: z.array(Bin),
	/** From 1 to 10. */
	difficulty: z.array(Bin),
	/** Share that would be remembered now. */
	retrievability: z.array(Bin),
})

/** The token undoes it for 30 days (`cards.browse.undo`). */
const Adopted = z.strictObject({ token: z.int(), cards: z.int() })

export const statisticsContract = {
	/** @param days how far the forecast and the past go */
	show: base.input(Scope.extend({ days: z.int().min(7).max(3650).default(30) })).output(Statistics),
	/** Whether there are reviews enough to fit FSRS to them. */
	enough: base.output(Enough),
	/** Fits FSRS to all reviews; changes nothing. */
	fit: base.output(eventIterator(FitStep)),
	/** Schedules by fitted parameters, and works out anew what is remembered of cards. Due days stay. */
	adopt: base.input(Fitted.pick({ parameters: true })).output(Adopted),
	/** The same with the parameters that ship. */
	forget: base.output(Adopted),
}

export type Statistics = z.infer<typeof Statistics>
