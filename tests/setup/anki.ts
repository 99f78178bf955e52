/** Packages of Anki as a test needs them, written after Anki's own schema (rslib/src/storage, proto/anki) without a line of the program. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { zstdCompressSync } from 'node:zlib'
import { type Zippable, zipSync } from 'fflate'

export type Format = 'collection.anki2' | 'collection.anki21' | 'collection.anki21b'
export const formats: readonly Format[] = ['collection.anki2', 'collection.anki21', 'collection.anki21b']

interface TypeSpec {
	id: number
	name: string
	cloze?: boolean
	fields: string[]
	templates: { name: string; front: string; back: string }[]
	css?: string
}
interface NoteSpec {
	id: number
	guid: string
	type: number
	fields: string[]
	tags?: string
	/** Seconds. */
	mod?: number
	data?: string
}
interface CardSpec {
	id: number
	note: number
	deck: number
	ord?: number
	type?: number
	queue?: number
	due?: number
	ivl?: number
	factor?: number
	reps?: number
	lapses?: number
	left?: number
	odue?: number
	odid?: number
	flags?: number
	data?: string
}
/** id, card, ease, ivl, lastIvl, factor, time, type */
type ReviewSpec = [number, number, number, number, number, number, number, number]

export interface CollectionSpec {
	/** Seconds. */
	crt: number
	westward?: number
	types: TypeSpec[]
	decks: Record<number, string>
	notes: NoteSpec[]
	cards: CardSpec[]
	reviews?: ReviewSpec[]
}

const shared = `
	create table notes (id integer primary key, guid text not null, mid integer not null, mod integer not null, usn integer not null,
		tags text not null, flds text not null, sfld integer not null, csum integer not null, flags integer not null, data text not null);
	create table cards (id integer primary key, nid integer not null, did integer not null, ord integer not null, mod integer not null,
		usn integer not null, type integer not null, queue integer not null, due integer not null, ivl integer not null,
		factor integer not null, reps integer not null, lapses integer not null, left integer not null, odue integer not null,
		odid integer not null, flags integer not null, data text not null);
	create table revlog (id integer primary key, cid integer not null, usn integer not null, ease integer not null, ivl integer not null,
		lastIvl integer not null, factor integer not null, time integer not null, type integer not null);
	create table graves (usn integer not null, oid integer not null, type integer not null);
	create index ix_notes_usn on notes (usn); create index ix_cards_nid on cards (nid);`
const col = `create table col (id integer primary key, crt integer not null, mod integer not null, scm integer not null,
	ver integer not null, dty integer not null, usn integer not null, ls integer not null, conf text not null, models text not null,
	decks text not null, dconf text not null, tags text not null);`
/** `nocase` stands here for `unicase`, which only Anki has; it is put in at the end. */
const newer = `
	create table config (key text not null primary key, usn integer not null, mtime_secs integer not null, val blob not null) without rowid;
	create table deck_config (id integer primary key not null, name text not null collate nocase, mtime_secs integer not null,
		usn integer not null, config blob not null);
	create table fields (ntid integer not null, ord integer not null, name text not null collate nocase, config blob not null,
		primary key (ntid, ord)) without rowid;
	create unique index idx_fields_name_ntid on fields (name, ntid);
	create table templates (ntid integer not null, ord integer not null, name text not null collate nocase, mtime_secs integer not null,
		usn integer not null, config blob not null, primary key (ntid, ord)) without rowid;
	create unique index idx_templates_name_ntid on templates (name, ntid);
	create table notetypes (id integer not null primary key, name text not null collate nocase, mtime_secs integer not null,
		usn integer not null, config blob not null);
	create unique index idx_notetypes_name on notetypes (name);
	create table decks (id integer primary key not null, name text not null collate nocase, mtime_secs integer not null,
		usn integer not null, common blob not null, kind blob not null);
	create unique index idx_decks_name on decks (name);
	create table tags (tag text not null primary key collate nocase, usn integer not null, collapsed boolean not null,
		config blob null) without rowid;`

/** Messages of protocol buffers, by hand. */
function varint(value: number): number[] {
	const bytes: number[] = []
	for (let rest = value; ; rest = Math.floor(rest / 128)) {
		bytes.push(rest >= 128 ? (rest % 128) | 128 : rest)
		if (rest < 128) return bytes
	}
}
export const proto = (...fields: [number, number | string | Uint8Array][]): Uint8Array =>
	new Uint8Array(
		fields.flatMap(([tag, value]) => {
			if (typeof value === 'number') return [...varint(tag * 8), ...varint(value)]
			const bytes = typeof value === 'string' ? new TextEncoder().encode(value) : value
			return [...varint(tag * 8 + 2), ...varint(bytes.length), ...bytes]
		}),
	)

/** @returns the bytes of a collection. */
export function collectionOf(spec: CollectionSpec, format: Format): Buffer {
	const folder = mkdtempSync(join(tmpdir(), 'parallax-anki-'))
	const path = join(folder, 'collection')
	const database = new DatabaseSync(path, { defensive: false })
	const newest = format === 'collection.anki21b'
	database.exec(`pragma synchronous = off; begin; ${col + shared + (newest ? newer : '')}`)
	const insert = (table: string, ...values: (string | number | Uint8Array)[]) =>
		database.prepare(`insert into ${table} values (${values.map(() => '?').join(', ')})`).run(...values)
	const json = newest
		? ['', '', '', '', '']
		: [
				JSON.stringify({ schedVer: 2, ...(spec.westward === undefined ? {} : { creationOffset: spec.westward }) }),
				JSON.stringify(Object.fromEntries(spec.types.map((type) => [type.id, modelOf(type)]))),
				JSON.stringify(
					Object.fromEntries(Object.entries(spec.decks).map(([id, name]) => [id, { id: Number(id), name }])),
				),
				'{}',
				'{}',
			]
	insert('col', 1, spec.crt, spec.crt * 1000, spec.crt * 1000, newest ? 18 : 11, 0, 0, 0, ...json)
	if (newest) {
		if (spec.westward !== undefined)
			insert('config', 'creationOffset', 0, 0, new TextEncoder().encode(String(spec.westward)))
		for (const type of spec.types) {
			insert('notetypes', type.id, type.name, 0, 0, proto([1, type.cloze ? 1 : 0], [3, type.css ?? '']))
			for (const [ord, name] of type.fields.entries())
				insert('fields', type.id, ord, name, proto([3, 'Arial'], [4, 20]))
			for (const [ord, { name, front, back }] of type.templates.entries())
				insert('templates', type.id, ord, name, 0, 0, proto([1, front], [2, back]))
		}
		for (const [id, name] of Object.entries(spec.decks))
			insert('decks', Number(id), name.replaceAll('::', '\x1f'), 0, 0, proto(), proto([1, proto([1, 1])]))
		insert('tags', 'Ünder', 0, 0, proto())
		insert('tags', 'under', 0, 0, proto())
	}
	for (const { id, guid, type, fields, tags = '', mod = 1_700_000_000, data = '' } of spec.notes)
		insert('notes', id, guid, type, mod, 0, tags, fields.join('\x1f'), fields[0] ?? '', 0, 0, data)
	for (const card of spec.cards) {
		const {
			type = 0,
			queue = type,
			due = 1,
			ivl = 0,
			factor = 0,
			reps = 0,
			lapses = 0,
			left = 0,
			odue = 0,
			odid = 0,
		} = card
		insert(
			'cards',
			...[
				card.id,
				card.note,
				card.deck,
				card.ord ?? 0,
				1_700_000_000,
				0,
				type,
				queue,
				due,
				ivl,
				factor,
				reps,
				lapses,
				left,
			],
			...[odue, odid, card.flags ?? 0, card.data ?? '{}'],
		)
	}
	for (const [id, card, ...rest] of spec.reviews ?? []) insert('revlog', id, card, 0, ...rest)
	database.exec('commit')
	if (newest)
		database.exec(
			`pragma writable_schema = on; update sqlite_schema set sql = replace(sql, 'nocase', 'unicase'); pragma writable_schema = off`,
		)
	database.close()
	const bytes = readFileSync(path)
	rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
	return bytes
}

const modelOf = ({ id, name, cloze, fields, templates, css = '' }: TypeSpec) => ({
	id,
	name,
	type: cloze ? 1 : 0,
	css,
	sortf: 0,
	flds: fields.map((field, ord) => ({ name: field, ord, font: 'Arial', size: 20 })),
	tmpls: templates.map(({ name: called, front, back }, ord) => ({ name: called, ord, qfmt: front, afmt: back })),
})

export const stub: CollectionSpec = {
	crt: 1_600_000_000,
	types: [{ id: 1, name: 'Stub', fields: ['Front'], templates: [{ name: 'Card 1', front: '{{Front}}', back: '' }] }],
	decks: { 1: 'Default' },
	notes: [{ id: 1, guid: 'stub', type: 1, fields: ['Please update to the latest Anki version'] }],
	cards: [{ id: 1, note: 1, deck: 1 }],
}

export interface PackageParts {
	media?: Record<string, Uint8Array>
	/** Entries beside those that belong there. */
	more?: Zippable
}

/** @returns the bytes of a package. */
export function packageBytes(
	spec: CollectionSpec,
	format: Format,
	{ media = {}, more = {} }: PackageParts = {},
): Uint8Array {
	const newest = format === 'collection.anki21b'
	const packed = (bytes: Uint8Array): Uint8Array => (newest ? zstdCompressSync(bytes) : bytes)
	const names = Object.keys(media)
	const list = newest
		? proto(...names.map((each): [number, Uint8Array] => [1, proto([1, each], [2, media[each]?.length ?? 0])]))
		: new TextEncoder().encode(JSON.stringify(Object.fromEntries(names.map((each, index) => [index, each]))))
	return zipSync({
		...(newest ? { meta: proto([1, 3]) } : format === 'collection.anki21' ? { meta: proto([1, 2]) } : {}),
		// A newer package carries a stub for those that are older.
		...(format === 'collection.anki2' ? {} : { 'collection.anki2': collectionOf(stub, 'collection.anki2') }),
		[format]: packed(collectionOf(spec, format)),
		media: packed(list),
		...Object.fromEntries(names.map((each, index) => [String(index), packed(media[each] ?? new Uint8Array())])),
		...more,
	})
}

/** The smallest PNG there is: one pixel. */
export const pixel: Uint8Array = Buffer.from(
	'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
	'base64',
)
export const gif: Uint8Array = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64')

/** 22 November 2020, 04:00 in Berlin. */
const crt = Date.parse('2020-11-22T03:00:00Z') / 1000
const day = 86_400

/** A small collection with one of everything. Its day 0 is 22 November 2020. */
export const everything: CollectionSpec = {
	crt,
	westward: -60,
	types: [
		{
			id: 1_500_000_000_001,
			name: 'Basic (mine)',
			fields: ['Front', 'Back'],
			templates: [
				{ name: 'Card 1', front: '{{Front}}', back: '{{FrontSide}}<hr id=answer>{{Back}}' },
				{ name: 'Card 2', front: '{{Back}}', back: '{{FrontSide}}<hr id=answer>{{Front}}' },
			],
			css: '.card { color: teal }',
		},
		{
			id: 1_500_000_000_002,
			name: 'Cloze (mine)',
			cloze: true,
			fields: ['Text', 'Extra'],
			templates: [{ name: 'Cloze', front: '{{cloze:Text}}', back: '{{cloze:Text}}<br>{{Extra}}' }],
		},
	],
	decks: { 1: 'Default', 2: 'Uni::Trauma', 3: 'Filtered' },
	notes: [
		{
			id: 1_600_000_000_001,
			guid: 'first+1',
			type: 1_500_000_000_001,
			fields: ['<b>What</b> helps?', 'Hours <img src="pixel one.png">'],
			tags: ' Sleep uni::y1 ',
		},
		{
			id: 1_600_000_000_002,
			guid: 'cloze/2',
			type: 1_500_000_000_002,
			fields: ['{{c1::Exposure}} and {{c2::response prevention::two words}}', '[sound:a.mp3]'],
		},
	],
	cards: [
		{
			id: 1_600_000_000_011,
			note: 1_600_000_000_001,
			deck: 2,
			type: 2,
			queue: 2,
			due: 2200,
			ivl: 30,
			factor: 2500,
			reps: 3,
			lapses: 1,
			data: '{"s":31.5,"d":5.25,"dr":0.9}',
		},
		{
			id: 1_600_000_000_012,
			note: 1_600_000_000_001,
			deck: 2,
			ord: 1,
			type: 2,
			queue: -1,
			due: 2300,
			ivl: 12,
			factor: 2300,
			reps: 2,
			flags: 1,
		},
		{
			id: 1_600_000_000_013,
			note: 1_600_000_000_002,
			deck: 3,
			odid: 2,
			odue: 2210,
			type: 2,
			queue: 2,
			due: -100,
			ivl: 10,
			factor: 2500,
			reps: 2,
		},
		{ id: 1_600_000_000_014, note: 1_600_000_000_002, deck: 2, ord: 1, type: 0, queue: -3, due: 7 },
	],
	reviews: [
		[Date.parse('2026-10-01T10:00:00Z'), 1_600_000_000_011, 3, -600, -60, 0, 4000, 0],
		[Date.parse('2026-10-02T01:30:00Z'), 1_600_000_000_011, 3, 1, -600, 2500, 5000, 0],
		[Date.parse('2026-10-30T12:00:00Z'), 1_600_000_000_011, 2, 30, 28, 2500, 90_000_000, 1],
		[Date.parse('2026-10-30T12:00:01Z'), 1_600_000_000_011, 0, 30, 28, 2500, 0, 4],
		[Date.parse('2026-11-01T12:00:00Z'), 1_600_000_000_013, 3, -600, -60, 0, 4000, 0],
		[Date.parse('2026-11-02T12:00:00Z'), 1_600_000_000_013, 4, 10, -600, 2500, 3000, 0],
	],
}
/** The study day of a day of that collection. */
export const studyDayOf = (ankiDay: number): number => Math.floor((crt + 3600) / day) + ankiDay
