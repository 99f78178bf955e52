/** The database of a package. */
import { createHash } from 'node:crypto'
import { rmSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { Temporal } from 'temporal-polyfill'
import type { ShippedNoteType } from '#domain/cards/note-types.ts'
import type { Cards } from '../../cards.ts'
import { plainField } from '../../html.ts'
import { mediaIn } from '../media-refs.ts'
import { ownData } from '../own.ts'
import type { Chosen, ChosenNote } from './chosen.ts'
import type { ExportRequest } from './index.ts'
import { kindOut, newPlace, placeOut } from './schedule.ts'
import { schema11 } from './schema.ts'
import { DecksOut, Ids, ModelsOut, settingsOut, usualOptions } from './world.ts'

const batch = 250

/** @yields the share that is done @returns names of the media that the notes show */
export function* writeCollection(
	chosen: Chosen,
	cards: Cards,
	path: string,
	{ scheduling }: Pick<ExportRequest, 'scheduling'>,
): Generator<number, Set<string>> {
	rmSync(path, { force: true })
	const database = new DatabaseSync(path)
	try {
		database.exec(`PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; ${schema11} BEGIN`)
		const media = yield* filled(database, chosen, cards, scheduling)
		database.exec('COMMIT')
		return media
	} finally {
		database.close()
	}
}

function* filled(
	database: DatabaseSync,
	chosen: Chosen,
	cards: Cards,
	scheduling: boolean,
): Generator<number, Set<string>> {
	const { at, day, calendar } = cards.moment()
	const seconds = Math.trunc(at / 1000)
	const { desiredRetention, learningSteps, relearningSteps } = cards.settings()
	// The collection was made today, at noon: whichever day begins when, it is this one.
	const made = Temporal.PlainDate.from('1970-01-01')
		.add({ days: day })
		.toZonedDateTime({ timeZone: calendar.zone, plainTime: '12:00' })
	const place = {
		firstDay: day,
		steps: { learning: learningSteps.length, relearning: relearningSteps.length },
		retention: desiredRetention,
	}
	const [models, decks] = [new ModelsOut(seconds), new DecksOut(seconds)]
	const [noteIds, cardIds, reviewIds] = [new Ids(), new Ids(), new Ids()]
	const media = new Set<string>()
	const insertNote = database.prepare('INSERT INTO notes VALUES (?, ?, ?, ?, -1, ?, ?, ?, ?, 0, ?)')
	const insertCard = database.prepare(
		'INSERT INTO cards VALUES (?, ?, ?, ?, ?, -1, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0, 0, ?)',
	)
	const insertReview = database.prepare('INSERT INTO revlog VALUES (?, ?, -1, ?, ?, ?, ?, ?, ?)')

	const known = new Map<number, number>()
	for (const [index, note] of chosen.notes.entries()) {
		if (index % batch === 0) yield (0.5 * index) / chosen.notes.length
		const told = chosen.note(note)
		const id = noteIds.free(told.created)
		known.set(note, id)
		for (const field of told.html) for (const name of mediaIn(field)) media.add(name)
		for (const { front, back } of told.type.templates) for (const name of mediaIn(front + back)) media.add(name)
		const first = plainField(told.html[0] ?? '', 'html')
		const tags = told.tags.length ? ` ${told.tags.join(' ')} ` : ''
		const mod = Math.trunc(told.modified / 1000)
		insertNote.run(
			id,
			told.guid,
			models.idOf(told.type),
			mod,
			tags,
			told.html.join('\x1f'),
			first,
			checksum(first),
			dataOf(told),
		)
	}
	const order = new Map(
		chosen.cards
			.filter(({ state }) => !scheduling || state === 0)
			.sort((a, b) => (a.state === 0 && b.state === 0 ? Number(a.due) - Number(b.due) : 0))
			.map(({ id }, index) => [id, index + 1]),
	)
	for (const [index, card] of chosen.cards.entries()) {
		if (index % batch === 0) yield 0.5 + (0.4 * index) / chosen.cards.length
		const position = order.get(card.id ?? 0) ?? 0
		const at = scheduling ? placeOut(card, position, place) : newPlace(position)
		const id = cardIds.free(Number(card.created))
		const deck = decks.idOf(chosen.decks.get(Number(card.deck)) ?? 'Default')
		insertCard.run(
			...[id, known.get(Number(card.note)) ?? 0, deck, Number(card.ordinal), Math.trunc(Number(card.modified) / 1000)],
			...[at.type, at.queue, at.due, at.ivl, at.factor, at.reps, at.lapses, at.left, at.data],
		)
		if (!scheduling) continue
		let before = 0
		for (const review of cards.sql.all(
			'SELECT at, rating, state, interval, took FROM review WHERE card = ? ORDER BY at',
			Number(card.id),
		)) {
			const interval = Number(review.interval)
			insertReview.run(
				...[reviewIds.free(Number(review.at)), id, Number(review.rating), interval, before, at.factor],
				...[Number(review.took), kindOut(Number(review.state))],
			)
			before = interval
		}
	}
	database
		.prepare('INSERT INTO col VALUES (1, ?, ?, ?, 11, 0, 0, 0, ?, ?, ?, ?, ?)')
		.run(
			Math.trunc(made.epochMilliseconds / 1000),
			at,
			at,
			JSON.stringify(
				settingsOut(
					-made.offsetNanoseconds / 6e10,
					calendar.dayStart,
					Number(Object.keys(models.models)[0]),
					order.size + 1,
				),
			),
			JSON.stringify(models.models),
			JSON.stringify(decks.decks),
			JSON.stringify(usualOptions),
			'{}',
		)
	return media
}

/** What Anki finds notes of the same first field by: the first eight digits of its SHA-1. */
const checksum = (first: string): number => createHash('sha1').update(first).digest().readUInt32BE(0)

function dataOf({ type, own, contentNotes, source }: ChosenNote): string {
	if (type.markup !== 'markdown') return ''
	return ownData({ type: type.key as ShippedNoteType, fields: own, contentNotes, ...(source ? { source } : {}) })
}
