/** What a package of Anki holds: notes with their cards and reviews. */
import { join } from 'node:path'
import type { Settings } from '#contract/workspace.ts'
import type { Calendar } from '#domain/cards/calendar.ts'
import { typeFrom } from './anki-types.ts'
import { ForeignCollection, type ForeignRow } from './collection.ts'
import { firstDay } from './days.ts'
import { tooLarge } from './faults.ts'
import {
	type Incoming,
	type IncomingCard,
	type IncomingNote,
	type IncomingReview,
	type IncomingType,
	Warnings,
} from './incoming.ts'
import { limits } from './limits.ts'
import { deckName, guidOf, tagsOf } from './names.ts'
import { ownNote } from './own.ts'
import { openPackage } from './package.ts'
import { isReset, reviewOf, scheduleReader } from './scheduling.ts'
import { type AnkiWorld, world11 } from './schema11.ts'
import { world18 } from './schema18.ts'

/** Who reads, and where there is room to unpack. */
export interface Reader {
	calendar: Calendar
	settings: Pick<Settings, 'schedulingParameters' | 'learningSteps' | 'relearningSteps'>
	folder: string
	/** To be called when everything has been taken in. */
	onClose: (close: () => void) => void
}

/** How many rows are read between two breaths. */
const batch = 500
const longestField = 200_000

/** @yields the share that has been read. @throws Failure when the file cannot be taken in */
export function* readPackage(path: string, name: string, reader: Reader): Generator<number, Incoming> {
	const file = openPackage(path, name, join(reader.folder, 'collection'))
	reader.onClose(file.close)
	const collection = new ForeignCollection(join(reader.folder, 'collection'), name)
	reader.onClose(() => collection.close())
	const world = collection.schema === 11 ? world11(collection, name) : world18(collection, name)
	const [notes, cards, reviews] = ['notes', 'cards', 'revlog'].map(collection.count)
	const total = (notes ?? 0) + (cards ?? 0) + (reviews ?? 0)
	if (total > limits.notes * 20 || (notes ?? 0) > limits.notes)
		throw tooLarge(name, 'has more notes than Parallax takes')
	const warnings = new Warnings()
	let done = 0
	function* counted(rows: Iterable<ForeignRow>, take: (row: ForeignRow) => void): Generator<number> {
		for (const row of rows) {
			take(row)
			if (++done % batch === 0) yield done / total
		}
	}

	const history = new Map<number, IncomingReview[]>()
	const resets = new Map<number, number>()
	yield* counted(collection.rows('id, cid, ease, ivl, factor, time, type', 'revlog'), (row) => {
		const card = Number(row.cid)
		if (isReset(row)) resets.set(card, Math.max(Number(row.id), resets.get(card) ?? 0))
		const review = reviewOf(row)
		if (review) grouped(history, card).push(review)
	})
	const ofNote = new Map<number, IncomingCard[]>()
	const { settings, calendar } = reader
	const schedule = scheduleReader({
		calendar,
		firstDay: firstDay(world, calendar),
		parameters: settings.schedulingParameters,
		steps: { learning: settings.learningSteps.length, relearning: settings.relearningSteps.length },
	})
	const cardRows = 'id, nid, did, ord, mod, type, queue, due, ivl, factor, reps, lapses, left, odue, odid, flags, data'
	yield* counted(collection.rows(cardRows, 'cards'), (row) => {
		const deck = world.decks.get(Number(row.odid) || Number(row.did))
		const id = Number(row.id)
		const card = schedule.card(row, deckName(deck ?? ''), inOrder(history.get(id)), resets.get(id))
		if (Number(row.flags) & 7) warnings.add('Flags of cards, which are not kept: #.')
		grouped(ofNote, Number(row.nid)).push(card)
	})
	const taken: IncomingNote[] = []
	const types = typesOf(world)
	yield* counted(collection.rows('id, guid, mid, mod, tags, flds, data', 'notes'), (row) => {
		const note = noteOf(row, types, ofNote.get(Number(row.id)) ?? [], warnings)
		if (note) taken.push(note)
	})
	const pictures = file.media.filter(({ name: each }) => looksLikePicture(each))
	warnings.add('Media files that are not pictures, left out: #.', file.media.length - pictures.length)
	return {
		format: `${/\.colpkg$/i.test(name) ? 'colpkg' : 'apkg'} (${file.collection})`,
		notes: taken,
		media: pictures,
		matches: 'update',
		warnings,
	}
}

/** What it really is, its content says when it is taken in. */
const looksLikePicture = (name: string): boolean => /\.(?:png|jpe?g|jfif|gif|webp|avif|bmp|svg)$/i.test(name)

function grouped<T>(map: Map<number, T[]>, key: number): T[] {
	const list = map.get(key) ?? []
	map.set(key, list)
	return list
}

/** The first answer to a new card has nothing before it. */
function inOrder(reviews: IncomingReview[] = []): IncomingReview[] {
	const [first, ...rest] = reviews.sort((a, b) => a.at - b.at)
	return first ? [{ ...first, state: first.state === 1 ? 0 : first.state }, ...rest] : []
}

function typesOf(world: AnkiWorld): (id: number) => IncomingType | undefined {
	const known = new Map<number, IncomingType>()
	return (id) => {
		const anki = world.types.get(id)
		if (anki && !known.has(id)) known.set(id, typeFrom(anki))
		return known.get(id)
	}
}

function noteOf(
	row: ForeignRow,
	types: (id: number) => IncomingType | undefined,
	cards: IncomingCard[],
	warnings: Warnings,
): IncomingNote | undefined {
	const type = types(Number(row.mid))
	if (!type) {
		warnings.add('Notes whose note type is missing, left out: #.')
		return undefined
	}
	const found = String(row.flds ?? '').split('\x1f')
	if (found.some((field) => field.length > longestField)) {
		warnings.add('Notes with a field longer than 200,000 characters, left out: #.')
		return undefined
	}
	if (found.some((field) => field.includes('[sound:')))
		warnings.add('Notes with sounds, of which only the names are kept: #.')
	if (found.some((field) => field.includes('image-occlusion:')))
		warnings.add('Notes that hide parts of pictures, shown as gaps in text: #.')
	const fields = type.fields.map((_, index) => found[index] ?? '')
	const words = String(row.tags ?? '')
	const tags = tagsOf(words)
	return {
		guid: guidOf(String(row.guid ?? '')) || `anki-${row.id}`,
		type,
		fields,
		...ownNote(row.data, fields),
		tags,
		created: time(row.id),
		modified: time(Number(row.mod) * 1000),
		deck: 'Default',
		cards,
	}
}

const time = (value: unknown): number => Math.trunc(Math.min(8e15, Math.max(0, Number(value) || 0)))
