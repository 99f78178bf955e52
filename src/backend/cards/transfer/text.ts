/** Notes from text: a line each, as Anki and spreadsheets write it. */
import Papa from 'papaparse'
import { decoded } from './decode.ts'
import { damaged, tooLarge, unreadable } from './faults.ts'
import { type Incoming, type IncomingNote, type IncomingType, Warnings } from './incoming.ts'
import { limits } from './limits.ts'
import { deckName, guidOf, tagsOf } from './names.ts'
import { readHead, type TextHead } from './text-head.ts'
import { type TypeWanted, typeFor } from './text-types.ts'

export interface TextReader {
	now: number
	/** A type that is there already, by its name. */
	known: (name: string) => IncomingType | undefined
	/** Where cards go that say nothing of it. */
	deck: string
}

const batch = 500
const longestField = 200_000

/** @yields the share that has been read. @throws Failure when it is not text, or has no note in it */
export function* readText(bytes: Uint8Array, name: string, reader: TextReader): Generator<number, Incoming> {
	if (bytes.length > limits.text) throw tooLarge(name, 'is longer than Parallax takes')
	const { head, body } = readHead(decoded(bytes, name))
	const delimiter = head.separator ?? guessed(body)
	const { data, errors } = Papa.parse<string[]>(body, { delimiter, comments: '#', skipEmptyLines: 'greedy' })
	const open = errors.find(({ code }) => code === 'MissingQuotes')
	if (open) throw damaged(name, `has a quotation mark in row ${(open.row ?? 0) + 1} that is never closed`)
	if (!data.length) throw unreadable(name, 'has no notes in it', 'Choose a file with a line for each note.')
	if (data.length > limits.notes) throw tooLarge(name, 'has more notes than Parallax takes')
	const html = head.html ?? data.slice(0, 50).some((row) => row.some(looksLikeHtml))
	const warnings = new Warnings()
	const width = data.reduce((most, row) => Math.max(most, row.length), 0)
	const columns = fieldColumns(head, width)
	const wanted = wantedTypes(head, columns, delimiter)
	const types = new Map<string, IncomingType>()
	const notes: IncomingNote[] = []
	for (const [index, row] of data.entries()) {
		if (index % batch === 0) yield index / data.length
		const want = wanted(row)
		const key = `${want.name}\n${want.cloze}`
		const type = types.get(key) ?? typeFor(want, reader.known)
		types.set(key, type)
		const note = noteFrom(row, head, { type, html, reader, columns, names: want.columns })
		if (note.fields.some((field) => field.length > longestField))
			warnings.add('Notes with a field longer than 200,000 characters, left out: #.')
		else if (note.guid === undefined && note.fields.every((field) => !field.trim()))
			warnings.add('Lines with nothing in them, left out: #.')
		else notes.push(note)
	}
	if (!notes.length) throw unreadable(name, 'has no notes in it', 'Choose a file with a line for each note.')
	return { format: 'text', notes, media: [], matches: head.matches, warnings }
}

/** The separator that stands in most lines, as often in one as in the next. */
function guessed(body: string): string {
	const lines = body.split('\n', 50).filter((line) => line.trim() && !line.startsWith('#'))
	const scores = ['\t', ';', ',', '|'].map((separator) => {
		const counts = lines.map(
			(line) => line.replaceAll(/"(?:[^"]|"")*"|&(?:[a-z]+|#\d+);/gi, '').split(separator).length - 1,
		)
		const usual = counts[0] ?? 0
		return { separator, score: usual ? counts.filter((count) => count === usual).length / counts.length : 0 }
	})
	const best = scores.reduce((a, b) => (b.score > a.score ? b : a))
	return best.score > 0 ? best.separator : '\t'
}

const looksLikeHtml = (field: string): boolean => /<\/?[a-z][^<>]*>|&(?:[a-z]+|#\d+);/i.test(field)

/** Columns that hold fields, in their order. */
function fieldColumns({ at }: TextHead, length: number): number[] {
	const taken = new Set(Object.values(at))
	return Array.from({ length }, (_, index) => index).filter((index) => !taken.has(index))
}

function wantedTypes(head: TextHead, columns: readonly number[], delimiter: string): (row: string[]) => TypeWanted {
	const names = head.columns ? (Papa.parse<string[]>(head.columns, { delimiter }).data[0] ?? []) : []
	return (row) => {
		const name = head.at.noteType === undefined ? head.noteType : row[head.at.noteType]?.trim()
		return {
			...(name ? { name } : {}),
			cloze: columns.some((index) => /\{\{c\d+::/.test(row[index] ?? '')),
			columns: columns.map((index) => names[index]?.trim() ?? ''),
		}
	}
}

interface LineOf {
	type: IncomingType
	html: boolean
	reader: TextReader
	/** Columns that hold fields, and their names. */
	columns: readonly number[]
	names: readonly string[]
}

function noteFrom(
	row: readonly string[],
	head: TextHead,
	{ type, html, reader, columns, names }: LineOf,
): IncomingNote {
	// By their names where these are the fields' names, else in order.
	const named = names.some((name) => type.fields.includes(name))
	const places = type.fields.map((field, index) => columns[named ? names.indexOf(field) : index])
	const text = (place: number | undefined): string => (place === undefined ? '' : (row[place] ?? ''))
	// One column more than fields holds the tags, as long as nothing else is said of it.
	const rest = named || head.at.tags !== undefined ? undefined : columns[type.fields.length]
	const tags = tagsOf([head.tags, text(head.at.tags ?? rest)].join(' '))
	const deck = text(head.at.deck).trim() || head.deck || reader.deck
	const guid = guidOf(text(head.at.guid).trim())
	return {
		...(guid ? { guid } : {}),
		type,
		fields: places.map((place) => (html ? text(place) : escaped(text(place)))),
		tags,
		created: reader.now,
		modified: reader.now,
		deck: deckName(deck),
		cards: [],
	}
}

const escaped = (text: string): string =>
	text
		.replaceAll('&', '&amp;')
		.replaceAll('<', '&lt;')
		.replaceAll('>', '&gt;')
		.replaceAll(/\r\n?|\n/g, '<br>')
