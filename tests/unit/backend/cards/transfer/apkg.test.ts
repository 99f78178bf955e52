/** Packages of Anki, taken in: all three collections that it has written. */
import { describe, expect, it } from 'vitest'
import { media } from '#backend/cards/media.ts'
import { everything, formats, gif, pixel, studyDayOf } from '../../../../setup/anki.ts'
import { packageOf } from '../../../support/packages.ts'
import { openTable, today } from '../../../support/transfer.ts'

describe.each(formats)('%s', (format) => {
	const path = () =>
		packageOf(everything, format, {
			media: { 'pixel one.png': pixel, 'a.mp3': gif, 'no.png': Buffer.from('<script>') },
		})

	it('is told of before anything is kept', async () => {
		const table = await openTable()
		const before = table.dump()
		expect(await table.preview(path())).toEqual({
			format: `apkg (${format})`,
			notes: { new: 2, changed: 0, same: 0 },
			cards: 4,
			reviews: 5,
			media: 2,
			decks: [{ name: 'Uni::Trauma', cards: 4 }],
			types: [
				{ name: 'Basic (mine)', notes: 1 },
				{ name: 'Cloze (mine)', notes: 1 },
			],
			samples: ['What helps?', 'Exposure and response prevention'],
			warnings: [
				'Flags of cards, which are not kept: 1.',
				'Notes with sounds, of which only the names are kept: 1.',
				'Media files that are not pictures, left out: 1.',
			],
		})
		expect(table.dump()).toEqual(before)
	})

	it('brings notes, types, decks, tags, pictures', async () => {
		const table = await openTable()
		const { summary } = await table.import(path())
		expect(summary).toMatchObject({ notes: { new: 2 }, media: 1 })
		expect(summary.warnings).toContain('Media files that are not pictures, left out: 2.')
		const [first, second] = table.cards.notes.byIds([1, 2])
		expect(first).toMatchObject({
			guid: 'first+1',
			fields: ['<b>What</b> helps?', 'Hours <img src="pixel one.png">'],
			tags: ['Sleep', 'uni::y1'],
			created: 1_600_000_000_001,
			modified: 1_700_000_000_000,
		})
		expect(second?.fields[1]).toBe('[sound:a.mp3]')
		const type = table.cards.types.byId(first?.type ?? 0)
		expect(type).toMatchObject({
			name: 'Basic (mine)',
			kind: 'standard',
			markup: 'html',
			fields: ['Front', 'Back'],
			templates: [{ name: 'Card 1', front: '{{Front}}' }, { name: 'Card 2' }],
		})
		expect(JSON.parse(type.origin ?? '')).toMatchObject({
			type: { css: '.card { color: teal }' },
			fields: [{ font: 'Arial', size: 20 }, {}],
		})
		expect(table.cards.types.byId(second?.type ?? 0).kind).toBe('cloze')
		expect(table.cards.decks.list().map(({ name }) => name)).toEqual(['Uni::Trauma'])
		expect(media(table.cards.sql, 'pixel one.png')).toEqual({
			mediaType: 'image/png',
			content: Buffer.from(pixel).toString('base64'),
		})
		expect(table.all('SELECT name FROM media')).toHaveLength(1)
		expect(table.all("SELECT rowid FROM card_words('exposure')")).toEqual([{ rowid: 2 }])
	})

	it('brings where cards stand, and their reviews', async () => {
		const table = await openTable()
		await table.import(path())
		const cards = table.all('SELECT * FROM card ORDER BY created')
		expect(cards).toMatchObject([
			{
				...{ ordinal: 0, state: 2, due: studyDayOf(2200), interval: 30, reps: 3, lapses: 1, hold: 0 },
				...{ stability: 31.5, difficulty: 5.25, last_at: Date.parse('2026-10-30T12:00:00Z') },
			},
			// Without a history, what SM-2 knew: the interval, as long as 90 % are remembered after it.
			{ ordinal: 1, state: 2, due: studyDayOf(2300), interval: 12, hold: 1 },
			// From a filtered deck back into its own.
			{ ordinal: 0, state: 2, due: studyDayOf(2210), interval: 10 },
			{ ordinal: 1, state: 0, hold: 2, buried_until: today + 1, stability: null },
		])
		expect(studyDayOf(0)).toBe(Date.parse('2020-11-22') / 86_400_000)
		expect(Number(cards[1]?.stability)).toBeCloseTo(12, 6)
		expect(cards[2]?.stability).toBeGreaterThan(1)
		const reviews = table.all('SELECT * FROM review WHERE card = 1 ORDER BY at')
		const dayOf = (iso: string) => Date.parse(iso) / 86_400_000
		expect(reviews).toMatchObject([
			{ rating: 3, state: 0, elapsed: 0, interval: 0, took: 4000, day: dayOf('2026-10-01') },
			// Half past three in the night: still the day before.
			{ rating: 3, state: 1, elapsed: 0, interval: 1, day: dayOf('2026-10-01') },
			{ rating: 2, state: 2, elapsed: 29, interval: 30, took: 3_600_000, day: dayOf('2026-10-30') },
		])
		expect(table.all('SELECT count(*) AS n FROM review')).toEqual([{ n: 5 }])
	})

	it('brings new cards alone where that is asked for', async () => {
		const table = await openTable()
		await table.import(path(), { scheduling: false, deck: 'Elsewhere' })
		expect(table.all('SELECT DISTINCT state, hold, reps FROM card')).toEqual([{ state: 0, hold: 0, reps: 0 }])
		expect(table.all('SELECT * FROM review')).toEqual([])
		expect(table.cards.decks.list().map(({ name }) => name)).toEqual(['Elsewhere'])
	})
})

describe('cards that are being learned', () => {
	const note = everything.notes[0] as (typeof everything.notes)[number]
	const seconds = Date.parse('2026-11-22T10:00:00Z') / 1000
	const taken = async (card: Partial<(typeof everything.cards)[number]>, reviews: typeof everything.reviews = []) => {
		const table = await openTable()
		const cards = [{ id: 1_600_000_000_011, note: note.id, deck: 2, ...card }]
		await table.import(packageOf({ ...everything, notes: [note], cards, reviews }, 'collection.anki21'))
		return table.all('SELECT * FROM card')[0]
	}

	it.each([
		['within the day', { type: 1, queue: 1, due: seconds, left: 1001 }, { state: 1, due: seconds * 1000, step: 1 }],
		[
			'over days',
			{ type: 1, queue: 3, due: 2191, left: 2002 },
			{ state: 1, due: Date.parse('2026-11-22T03:00:00Z'), step: 0 },
		],
		[
			'again',
			{ type: 3, queue: 1, due: seconds, ivl: 5, left: 1001 },
			{ state: 3, due: seconds * 1000, step: 0, interval: 5 },
		],
		[
			'again, in the first scheduler',
			{ type: 2, queue: 1, due: seconds, odue: 2195, left: 1001 },
			{ state: 3, due: seconds * 1000 },
		],
		[
			'again there, and suspended',
			{ type: 2, queue: -1, due: seconds, odue: 2195 },
			{ state: 2, due: studyDayOf(2195), hold: 1 },
		],
		['in a filtered deck, and new', { type: 0, queue: 0, deck: 3, odid: 2, odue: 9, due: -100 }, { state: 0, due: 10 }],
		['as nobody knows', { type: 9, queue: 77, due: 3 }, { state: 0, due: 4, hold: 0 }],
	])('%s', async (_what, card, standing) => {
		expect(await taken(card)).toMatchObject(standing)
	})

	it('remember what their reviews say, where Anki does not', async () => {
		const reviews: typeof everything.reviews = [
			[Date.parse('2026-11-21T10:00:00Z'), 1_600_000_000_011, 3, -600, -60, 0, 1000, 0],
		]
		const card = await taken({ type: 1, queue: 1, due: seconds, left: 1001 }, reviews)
		expect(Number(card?.stability)).toBeCloseTo(2.3065, 3)
		expect(card).toMatchObject({ last_at: reviews[0]?.[0] })
	})

	it('remember nothing of what was crammed, nor of what came before they were made new again', async () => {
		const id = 1_600_000_000_011
		const at = (time: string) => Date.parse(`2026-11-${time}:00Z`)
		const last: (typeof everything.reviews & object)[number] = [at('21T10:00'), id, 3, -600, -60, 0, 1000, 0]
		const learning = { type: 1, queue: 1, due: seconds, left: 1001 }
		const crammed = await taken(learning, [last, [at('21T11:00'), id, 1, -600, -60, 0, 1000, 3]])
		expect(crammed).toMatchObject({ last_at: last[0] })
		expect(Number(crammed?.stability)).toBeCloseTo(2.3065, 3)
		const anew = await taken(learning, [
			[at('01T10:00'), id, 1, -600, -60, 0, 1000, 0],
			[at('02T10:00'), id, 0, 0, 0, 0, 0, 4],
			last,
		])
		expect(Number(anew?.stability)).toBeCloseTo(2.3065, 3)
		// Moved by hand to another day, nothing is forgotten.
		const moved = await taken(learning, [
			[at('01T10:00'), id, 1, -600, -60, 0, 1000, 0],
			[at('02T10:00'), id, 0, 9, 0, 2500, 0, 4],
			last,
		])
		expect(Number(moved?.stability)).not.toBeCloseTo(2.3065, 3)
	})
})

describe('a note that is there already', () => {
	const one = (fields: string[], mod: number, more: object = {}) => ({
		...everything,
		notes: [{ id: 1_600_000_000_001, guid: 'one', type: 1_500_000_000_001, fields, mod, ...more }],
		cards: [{ id: 1_600_000_000_011, note: 1_600_000_000_001, deck: 2 }],
		reviews: [],
	})
	const write = (spec: Parameters<typeof packageOf>[0]) => packageOf(spec, 'collection.anki21b')

	it('is the same, or changed where theirs is newer', async () => {
		const table = await openTable()
		await table.import(write(one(['a', 'b'], 2_000)))
		expect((await table.import(write(one(['a', 'b'], 3_000)))).summary.notes).toEqual({ new: 0, changed: 0, same: 1 })
		expect((await table.import(write(one(['older', 'b'], 1_000)))).summary.notes).toEqual({
			new: 0,
			changed: 0,
			same: 1,
		})
		expect(table.cards.notes.byId(1).fields).toEqual(['a', 'b'])
		expect((await table.import(write(one(['newer', 'b'], 4_000)))).summary.notes).toEqual({
			new: 0,
			changed: 1,
			same: 0,
		})
		expect(table.cards.notes.byId(1)).toMatchObject({ fields: ['newer', 'b'], modified: 4_000_000 })
		expect(table.all('SELECT id FROM card')).toHaveLength(1)
	})

	it('keeps its cards where its shape has changed', async () => {
		const table = await openTable()
		await table.import(write(one(['a', 'b'], 2_000)))
		const other = {
			...one(['a', 'b', 'c'], 3_000),
			types: [{ ...everything.types[0], id: 1_500_000_000_001, name: 'Other', fields: ['x', 'y', 'z'], templates: [] }],
		}
		other.types[0]?.templates.push({ name: 'Card', front: '{{x}}', back: '{{y}}' } as never)
		const { summary } = await table.import(write(other))
		expect(summary).toMatchObject({
			notes: { same: 1 },
			warnings: ['Notes that have another shape here, left as they are: 1.'],
		})
		expect(table.cards.notes.byId(1).fields).toEqual(['a', 'b'])
	})

	it('keeps the later standing of its cards, and the reviews of both', async () => {
		const table = await openTable()
		const studied = (at: string, due: number, reps: number) => ({
			...one(['a', 'b'], 2_000),
			cards: [{ id: 1_600_000_000_011, note: 1_600_000_000_001, deck: 2, type: 2, due, ivl: 9, factor: 2500, reps }],
			reviews: [[Date.parse(at), 1_600_000_000_011, 3, 9, 1, 2500, 1000, 1]] as never,
		})
		const due = () => table.all('SELECT due, reps FROM card')
		await table.import(write(one(['a', 'b'], 2_000)))
		await table.import(write(studied('2026-10-01T10:00:00Z', 2150, 1)))
		expect(due()).toEqual([{ due: studyDayOf(2150), reps: 1 }])
		await table.import(write(studied('2026-11-01T10:00:00Z', 2250, 2)))
		expect(due()).toEqual([{ due: studyDayOf(2250), reps: 2 }])
		await table.import(write(studied('2026-09-01T10:00:00Z', 1000, 5)))
		expect(due()).toEqual([{ due: studyDayOf(2250), reps: 2 }])
		await table.import(write(one(['a', 'b'], 2_000)))
		expect(due()).toEqual([{ due: studyDayOf(2250), reps: 2 }])
		expect(table.all('SELECT at FROM review')).toHaveLength(3)
	})

	it('comes back from the trash', async () => {
		const table = await openTable()
		await table.import(write(one(['a', 'b'], 2_000)))
		table.cards.notes.remove([1], 5)
		const before = table.dump()
		const { summary, token } = await table.import(write(one(['a', 'b'], 2_000)))
		expect(summary.notes.new).toBe(1)
		expect(table.cards.notes.byId(1).fields).toEqual(['a', 'b'])
		expect(table.all('SELECT hold FROM card')).toEqual([{ hold: 0 }])
		table.cards.notes.undo(token)
		expect(table.dump()).toEqual(before)
	})
})

describe('pictures of one name', () => {
	it('stand side by side, each note with its own', async () => {
		const table = await openTable()
		await table.import(packageOf(everything, 'collection.anki2', { media: { 'pixel one.png': gif } }))
		const second = { ...everything, notes: everything.notes.map((note) => ({ ...note, guid: `${note.guid}x` })) }
		await table.import(packageOf(second, 'collection.anki21b', { media: { 'pixel one.png': pixel } }))
		const names = table.all('SELECT name, type FROM media ORDER BY name')
		expect(names).toEqual([
			{ name: expect.stringMatching(/^pixel one-[0-9a-f]{8}\.png$/), type: 'image/png' },
			{ name: 'pixel one.png', type: 'image/gif' },
		])
		expect(table.cards.notes.byIds([1, 3]).map(({ fields }) => fields[1])).toEqual([
			'Hours <img src="pixel one.png">',
			`Hours <img src="${names[0]?.name}">`,
		])
	})
})
