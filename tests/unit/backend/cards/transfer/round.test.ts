/** Out and in again is the same; in and taken back is as it was. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { htmlOf } from '#backend/cards/note-content.ts'
import type { NoteDraft } from '#contract/cards/notes.ts'
import { everything, formats, pixel } from '../../../../setup/anki.ts'
import { basic } from '../../../support/cards.ts'
import { packageOf } from '../../../support/packages.ts'
import { clock, openTable, type Table } from '../../../support/transfer.ts'

const runs = Number(process.env.PARALLAX_FUZZ_RUNS ?? 12)

const wild = fc.oneof(
	fc.string({ unit: 'grapheme', maxLength: 40 }),
	fc.string({ unit: 'binary', maxLength: 20 }).map((text) => text.toWellFormed().replaceAll('\x1f', '')),
	fc.constantFrom(
		'',
		'# no comment',
		'"quoted", and; more\ttabs',
		'two\nlines\r\nthree',
		'<b>bold</b> &amp; <i>not',
		'![p](pixel.png)',
		'{{c1::not}} {{closed',
		'a\x1fb',
		'\ufeffmark',
		'tags: x',
		"=cmd|' /C calc'!A0",
	),
)
const tag = fc
	.string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
	.map((text) => text.replaceAll(/\s/g, '_') || '_')
const level = fc
	.string({ unit: 'grapheme', minLength: 1, maxLength: 8 })
	.map((text) => text.replaceAll(/[\p{Cc}:]/gu, '').trim() || 'x')
const deck = fc.array(level, { minLength: 1, maxLength: 3 }).map((levels) => levels.join('::'))
const cloze = fc
	.tuple(wild, fc.nat(4), wild)
	.map(([a, n, b]) => `${a} {{c${n + 1}::${b.replaceAll('}}', '')}} {{c1::x::hint}}`)
const draft: fc.Arbitrary<NoteDraft> = fc.oneof(
	fc
		.record({ fields: fc.tuple(wild, wild, wild), tags: fc.array(tag, { maxLength: 4 }) })
		.map((some) => basic('', '', some)),
	fc
		.record({ fields: fc.tuple(cloze, wild, wild), tags: fc.array(tag, { maxLength: 4 }) })
		.map((some) => basic('', '', { ...some, type: 'cloze' })),
	fc
		.record({ fields: fc.tuple(wild, wild), contentNotes: fc.constant<NoteDraft['contentNotes']>(['suicide']) })
		.map((some) => basic('', '', { ...some, type: 'basic-reversed' })),
)
const library = fc.array(fc.record({ deck, notes: fc.array(draft, { minLength: 1, maxLength: 4 }) }), {
	minLength: 1,
	maxLength: 3,
})

/** Notes by guid with their words, cards and decks: what a reader has. */
const had = ({ all }: Table) =>
	all(
		`SELECT guid, note_type.key, card_note.fields, tags, content_notes, ordinal, deck.name FROM card
		 JOIN card_note ON card_note.id = note JOIN note_type ON note_type.id = type JOIN deck ON deck.id = deck ORDER BY guid, ordinal`,
	)

describe('out and in again', () => {
	it('is the same in a package: notes, cards, tags, decks', async () => {
		await fc.assert(
			fc.asyncProperty(library, async (decks) => {
				const from = await openTable()
				for (const each of decks) from.cards.notes.create(each.deck, each.notes, clock.now())
				const path = await from.export({ format: 'apkg', scheduling: true })
				const to = await openTable()
				const { summary } = await to.import(path)
				expect(summary.warnings).toEqual([])
				expect(had(to)).toEqual(had(from))
				// And what is there already is known again.
				expect((await from.import(path)).summary.notes).toMatchObject({ new: 0, changed: 0 })
				expect(had(from)).toEqual(had(to))
			}),
			{ numRuns: runs },
		)
	}, 120_000)

	it('is the same in text, in HTML', async () => {
		await fc.assert(
			fc.asyncProperty(library, async (decks) => {
				const from = await openTable()
				for (const each of decks) from.cards.notes.create(each.deck, each.notes, clock.now())
				const path = await from.export({ format: 'csv' })
				const to = await openTable()
				await to.import(path)
				const again = await openTable()
				await again.import(await to.export({ format: 'csv' }))
				const notes = (table: Table) => table.all('SELECT guid, fields, tags FROM card_note ORDER BY guid')
				expect(notes(again)).toEqual(notes(to))
				expect(notes(to).map(({ guid, tags }) => [guid, tags])).toEqual(
					notes(from).map(({ guid, tags }) => [guid, tags]),
				)
				const html =
					({ cards }: Table) =>
					(row: Record<string, unknown>) => {
						const { type, fields } = cards.notes.byId(Number(row.id))
						return htmlOf(cards.types.byId(type), fields).map((field) => field.replaceAll('\x1f', ' '))
					}
				const ids = (table: Table) => table.all('SELECT id FROM card_note ORDER BY guid')
				expect(ids(to).map(html(to))).toEqual(ids(from).map(html(from)))
				const cards = (table: Table) => had(table).map(({ guid, ordinal }) => [guid, ordinal])
				expect(cards(again)).toEqual(cards(from))
				expect((await from.import(path)).summary.notes).toMatchObject({ new: 0, changed: 0 })
			}),
			{ numRuns: runs },
		)
	}, 120_000)

	it('is the same for what came from Anki, with where it stands', async () => {
		const from = await openTable()
		await from.import(packageOf(everything, 'collection.anki21b', { media: { 'pixel one.png': pixel } }))
		const to = await openTable()
		await to.import(await from.export({ format: 'apkg', scheduling: true }))
		/** Anki keeps four digits of a stability and three of a difficulty; new cards keep their order, not their number. */
		const rounded = (value: unknown, digits: number) => (value === null ? null : Number(Number(value).toFixed(digits)))
		const had = ({ all }: Table) => ({
			types: all('SELECT key, name, kind, fields, templates FROM note_type'),
			notes: all('SELECT * FROM card_note'),
			reviews: all('SELECT * FROM review'),
			media: all('SELECT * FROM media'),
			cards: all('SELECT * FROM card').map(({ deck: _, modified: __, due, ...card }) => ({
				...card,
				due: card.state === 0 ? 0 : due,
				stability: rounded(card.stability, 4),
				difficulty: rounded(card.difficulty, 3),
			})),
		})
		expect(had(to)).toEqual(had(from))
	})
})

describe('in and taken back', () => {
	it.each(formats)('is as it was before (%s)', async (format) => {
		const table = await openTable()
		table.cards.notes.create(
			'Mine',
			[basic('one'), basic('two', 'back', { type: 'cloze', fields: ['{{c1::a}}'] })],
			clock.now(),
		)
		const older = {
			...everything,
			notes: everything.notes.map((note) => ({ ...note, mod: 1_500_000_000, fields: ['old', 'old'] })),
		}
		await table.import(packageOf({ ...older, cards: older.cards.slice(0, 1), reviews: [] }, 'collection.anki2'))
		const before = table.dump()
		const words = () => table.all("SELECT rowid FROM card_words('old') ORDER BY rowid")
		const found = words()
		const { token, summary } = await table.import(packageOf(everything, format, { media: { 'pixel one.png': pixel } }))
		expect(summary.notes).toEqual({ new: 0, changed: 2, same: 0 })
		expect(words()).toEqual([])
		expect(table.dump()).not.toEqual(before)
		expect(await table.transfers.undo(token)).toEqual({ cards: expect.any(Number) })
		expect(table.dump()).toEqual(before)
		expect(words()).toEqual(found)
	})

	it('leaves what has come into use since', async () => {
		const table = await openTable()
		const { token } = await table.import(
			packageOf(everything, 'collection.anki21b', { media: { 'pixel one.png': pixel } }),
		)
		table.cards.notes.create('Uni::Trauma', [basic('mine', '![p](pixel%20one.png)')], clock.now())
		await table.transfers.undo(token)
		expect(table.cards.decks.list().map(({ name }) => name)).toEqual(['Uni::Trauma'])
		expect(table.all('SELECT name FROM media')).toEqual([{ name: 'pixel one.png' }])
		expect(table.all('SELECT guid FROM card_note')).toHaveLength(1)
	})
})
