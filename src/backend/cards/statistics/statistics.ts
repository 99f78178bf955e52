/** What reviews and cards add up to. Reads a great deal: meant for a thread of its own. */
import type { Statistics } from '#contract/cards/statistics.ts'
import { dayName } from '#domain/cards/calendar.ts'
import type { Cards } from '../cards.ts'
import { forecast } from '../forecast.ts'
import { memoriesOf, statesOf } from './held.ts'
import { lastDays, retentionOf, reviewDays } from './past.ts'

export interface Asked {
	/** How far the forecast and the past go. */
	days: number
	/** Only cards of these. */
	decks?: readonly number[]
}

const year = 365

export function statisticsOf(cards: Cards, { days, decks }: Asked): Statistics {
	const { sql } = cards
	const moment = cards.moment()
	const past = reviewDays(sql, moment.day, decks)
	return {
		today: dayName(moment.day),
		forecast: forecast(sql, moment, days, decks).map((due) => ({ ...due, day: dayName(due.day) })),
		days: lastDays(past, moment.day, days).map((done) => ({
			day: dayName(done.day),
			new: done.new,
			learning: done.learning,
			review: done.young.reviews + done.mature.reviews,
			time: done.time,
			remembered: done.young.remembered + done.mature.remembered,
		})),
		calendar: lastDays(past, moment.day, year).map((done) => ({
			day: dayName(done.day),
			reviews: done.new + done.learning + done.young.reviews + done.mature.reviews,
		})),
		retention: retentionOf(past, moment.day),
		desired: cards.settings().desiredRetention,
		states: statesOf(sql, moment.day, decks),
		...memoriesOf(sql, moment.day, cards.study.fsrs(), decks),
	}
}
