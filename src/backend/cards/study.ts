/** Studying: which card comes next, what an answer does, and the way back. */
import type { FSRS } from 'ts-fsrs'
import type { Rating, Sitting, StudyCard } from '#contract/cards/study.ts'
import { cardStates, ratings } from '#contract/cards/words.ts'
import { daysUntilClear } from '#domain/cards/backlog.ts'
import { dayName } from '#domain/cards/calendar.ts'
import { levelsOf, treeOf } from '#domain/cards/deck-tree.ts'
import { examOf } from '#domain/cards/limits.ts'
import { fsrsOf, type Knobs } from '#domain/cards/memory.ts'
import { type Outcome, outcomesOf } from '#domain/cards/schedule.ts'
import { Failure } from '../failure.ts'
import { aheadOf } from './ahead.ts'
import { cardById, held, type KeptCard } from './card-rows.ts'
import type { Cards } from './cards.ts'
import type { Moment } from './clock.ts'
import { comingReviews } from './forecast.ts'
import { type Loads, loadsOf } from './loads.ts'
import { shownFace } from './preview.ts'
import { nextCard } from './queue.ts'
import { Reviews } from './reviews.ts'
import { Usual } from './usual.ts'

/** Ids of decks, those below them included; all without any. */
type Scope = readonly number[] | undefined

export interface Answer {
	card: number
	rating: Rating
	/** Reviews that the card had when it was shown. */
	reps: number
	took: number
}

export class Study {
	readonly #cards: Cards
	readonly #reviews: Reviews
	readonly #usual: Usual
	#fsrs: { knobs: string; fsrs: FSRS } | undefined

	constructor(cards: Cards) {
		this.#cards = cards
		this.#reviews = new Reviews(cards.sql)
		this.#usual = new Usual(cards.sql)
	}

	/** @returns what is left in these decks today, and the card that comes next. */
	next(scope: Scope): Sitting {
		return this.#sitting(scope, this.#begun(scope))
	}

	/**
	 * Keeps an answer; it is on disk when this returns.
	 * @throws Failure CONFLICT where the card has been answered or taken out since it was shown
	 */
	answer(scope: Scope, { card: id, rating, reps, took }: Answer): Sitting & { leech: boolean } {
		const moment = this.#begun(scope)
		const leech = this.#cards.sql.transaction(() => {
			const card = cardById(this.#cards.sql, id)
			if (!card || card.hold === held.trash)
				throw new Failure('NOT_FOUND', 'This card is not there any more.', 'Go on with the next one.')
			if (card.reps !== reps || card.hold !== held.no)
				throw new Failure(
					'CONFLICT',
					'This card was answered or changed elsewhere since it was shown, so this answer was not kept.',
					'Go on with the next card.',
				)
			const outcome = this.#outcomes(card, moment)[rating]
			return this.#reviews.keep(card, { rating, took, outcome }, this.#cards.settings().leechAfter, moment)
		})
		return { ...this.#sitting(scope, moment), leech }
	}

	/** Takes the last review back. @returns the sitting, with its card as the next. */
	undo(scope: Scope): Sitting {
		const moment = this.#begun(scope)
		const card = this.#cards.sql.transaction(() => this.#reviews.undo())
		return this.#sitting(scope, moment, card)
	}

	/** @returns what each deck holds and has room for today. */
	loads(): Loads {
		return this.#loads(this.#moment())
	}

	/** @returns FSRS as the reader has set it. */
	fsrs(): FSRS {
		const { desiredRetention, learningSteps, relearningSteps, schedulingParameters } = this.#cards.settings()
		const set: Knobs = { desiredRetention, learningSteps, relearningSteps, schedulingParameters }
		const knobs = JSON.stringify(set)
		if (this.#fsrs?.knobs !== knobs) this.#fsrs = { knobs, fsrs: fsrsOf(set) }
		return this.#fsrs.fsrs
	}

	/** Before anything is done, so that what is done can be told of. @throws Failure where a deck is not there */
	#begun(scope: Scope = []): Moment {
		for (const id of scope) this.#cards.decks.byId(id)
		return this.#moment()
	}

	#moment(): Moment {
		const moment = this.#cards.moment()
		this.#reviews.turnDay(moment.day)
		return moment
	}

	/** Has what is usual counted anew. */
	forget = (): void => this.#usual.forget()

	#loads = (moment: Moment): Loads => loadsOf(this.#cards.sql, this.#cards.decks.list(), moment, this.#usual)

	#outcomes(card: KeptCard, moment: Moment): Record<Rating, Outcome> {
		const exam = examOf(treeOf(this.#cards.decks.list()).above(card.deck), moment.day)
		const ahead = aheadOf(this.#cards.sql, card, exam, this.#cards.settings().easyDays)
		return outcomesOf(card, moment, { fsrs: this.fsrs(), ahead })
	}

	/** @param forced the card that comes next whatever is due */
	#sitting(scope: Scope, moment: Moment, forced?: number): Sitting {
		const { sql } = this.#cards
		const loads = this.#loads(moment)
		const chosen = this.#chosen(scope, loads)
		const decks = [...chosen.values()]
		const sum = (of: (deck: (typeof decks)[number]) => number) => decks.reduce((total, deck) => total + of(deck), 0)
		const { card: id, waitUntil } = forced === undefined ? nextCard(sql, chosen, moment) : { card: forced }
		const card = id === undefined ? undefined : cardById(sql, id)
		const due = {
			new: sum((deck) => deck.new),
			learning: sum((deck) => deck.learning),
			review: sum((deck) => deck.review),
		}
		const left = sum((deck) => deck.due) - due.review
		const perDay = due.review + sum((deck) => deck.doneDue)
		return {
			today: dayName(moment.day),
			due,
			next: card ? this.#shown(card, moment, loads) : null,
			...(waitUntil === undefined ? {} : { waitUntil }),
			canUndo: this.#reviews.last() !== undefined,
			...(left > 0 && perDay > 0
				? { backlog: this.#backlog(decks, { left, perDay, cards: left + due.review }, moment) }
				: {}),
		}
	}

	/** Decks of the scope with those below them. */
	#chosen(scope: Scope, loads: Loads): Loads {
		if (!scope) return loads
		const names = new Set(scope.flatMap((id) => loads.get(id)?.name ?? []))
		return new Map([...loads].filter(([, { name }]) => levelsOf(name).some((level) => names.has(level))))
	}

	#backlog(
		decks: readonly { id: number }[],
		{ left, perDay, cards }: Record<'left' | 'perDay' | 'cards', number>,
		{ day }: Moment,
	): NonNullable<Sitting['backlog']> {
		const ids = decks.map(({ id }) => id)
		const clear = daysUntilClear(left, perDay, comingReviews(this.#cards.sql, ids, day))
		return { cards, perDay, until: dayName(day + clear) }
	}

	#shown(card: KeptCard, moment: Moment, loads: Loads): StudyCard {
		const note = this.#cards.notes.byId(card.note)
		const deckName = loads.get(card.deck)?.name ?? ''
		const outcomes = this.#outcomes(card, moment)
		const special = { Tags: note.tags.join(' '), Deck: deckName, Subdeck: deckName.split('::').at(-1) ?? '' }
		return {
			card: card.id,
			note,
			deck: card.deck,
			deckName,
			state: cardStates[card.state] ?? 'new',
			reps: card.reps,
			face: shownFace(this.#cards.types.byId(note.type), note.fields, card.ordinal, special),
			choices: Object.fromEntries(ratings.map((rating) => [rating, outcomes[rating].back])) as StudyCard['choices'],
			...(card.leech ? { leech: card.lapses } : {}),
		}
	}
}
