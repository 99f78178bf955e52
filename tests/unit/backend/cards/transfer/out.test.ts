/** What goes out: read again by a second reader, which knows Anki's documented schema and nothing of the program. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { everything, pixel } from '../../../../setup/anki.ts'
import { readApkg } from '../../../../setup/anki-reader.ts'
import { basic } from '../../../support/cards.ts'
import { packageOf } from '../../../support/packages.ts'
import { clock, openTable } from '../../../support/transfer.ts'

async function full() {
	const table = await openTable()
	table.cards.notes.create(
		'Uni::Trauma',
		[
			basic('What *helps*?', 'Regular **hours**\n\n![a pixel](pixel.png)', { tags: ['sleep', 'uni::y1'] }),
			basic('', '', { type: 'cloze', fields: ['{{c1::Exposure}} and {{c2::prevention::what}}'] }),
		],
		clock.now(),
	)
	table.cards.sql.run('INSERT INTO media (name, type, bytes) VALUES (?, ?, ?)', 'pixel.png', 'image/png', pixel)
	table.cards.sql.run('INSERT INTO media (name, type, bytes) VALUES (?, ?, ?)', 'unused.png', 'image/png', pixel)
	return table
}

describe('a package', () => {
	it('has a collection, media by number, and their names', async () => {
		const read = readApkg(await (await full()).export({ format: 'apkg' }))
		expect(read.names).toEqual(['0', 'collection.anki2', 'media'])
		expect(read.media).toEqual({ 0: 'pixel.png' })
		expect(Buffer.from(read.files[0] ?? [])).toEqual(Buffer.from(pixel))
		expect(read.check).toEqual([{ integrity_check: 'ok' }])
		expect(read.ver).toBe(11)
	})

	it('has the notes as HTML, with types that look like something', async () => {
		const read = readApkg(await (await full()).export({ format: 'apkg' }))
		const [first, second] = read.notes
		expect(first).toMatchObject({ tags: ' sleep uni::y1 ', sfld: 'What helps?', usn: -1 })
		expect(String(first?.flds).split('\x1f')).toEqual([
			'What <em>helps</em>?',
			'<p>Regular <strong>hours</strong></p>\n<p><img src="pixel.png" alt="a pixel" /></p>',
			'',
		])
		expect(String(second?.flds).split('\x1f')[0]).toBe('{{c1::Exposure}} and {{c2::prevention::what}}')
		const [one, two] = [first, second].map((note) => read.models[String(note?.mid)])
		expect(one).toMatchObject({ name: 'Parallax: Basic', type: 0, css: expect.stringMatching(/\.nightMode/) })
		expect(one?.flds.map(({ name }) => name)).toEqual(['Front', 'Back', 'Reference'])
		expect(two).toMatchObject({ name: 'Parallax: Cloze', type: 1, tmpls: [{ qfmt: '{{cloze:Text}}' }] })
		expect(new Set(read.notes.map(({ guid }) => guid)).size).toBe(2)
	})

	it('has decks with those above them, and each card in its own', async () => {
		const read = readApkg(await (await full()).export({ format: 'apkg' }))
		expect(Object.values(read.decks).map(({ name }) => name)).toEqual(['Default', 'Uni', 'Uni::Trauma'])
		expect(
			Object.entries(read.decks).every(([id, deck]) => Number(id) === (deck as unknown as { id: number }).id),
		).toBe(true)
		expect(read.cards).toHaveLength(3)
		for (const card of read.cards) expect(read.decks[String(card.did)]?.name).toBe('Uni::Trauma')
		expect(read.cards.map(({ nid, ord, type, queue, due }) => [nid, ord, type, queue, due])).toEqual([
			[read.notes[0]?.id, 0, 0, 0, 1],
			[read.notes[1]?.id, 0, 0, 0, 2],
			[read.notes[1]?.id, 1, 0, 0, 3],
		])
	})

	it('says where cards stand only when it is asked to', async () => {
		const table = await openTable()
		await table.import(packageOf(everything, 'collection.anki21b'))
		const without = readApkg(await table.export({ format: 'apkg' }))
		expect(without.revlog).toEqual([])
		expect(new Set(without.cards.map(({ type, queue }) => `${type} ${queue}`))).toEqual(new Set(['0 0']))
		const read = readApkg(await table.export({ format: 'apkg', scheduling: true }))
		expect(read.revlog.map(({ id, ease, ivl, type }) => [id, ease, ivl, type])).toEqual([
			[Date.parse('2026-10-01T10:00:00Z'), 3, 0, 0],
			[Date.parse('2026-10-02T01:30:00Z'), 3, 1, 0],
			[Date.parse('2026-10-30T12:00:00Z'), 2, 30, 1],
			[Date.parse('2026-11-01T12:00:00Z'), 3, 0, 0],
			[Date.parse('2026-11-02T12:00:00Z'), 4, 10, 0],
		])
		// Day 0 is today there: the day on which the collection was made, where it was made.
		const first = Math.floor((read.crt - (read.conf.creationOffset ?? 0) * 60) / 86_400)
		expect(first).toBe(Date.parse('2026-11-22') / 86_400_000)
		expect(read.conf).toMatchObject({ creationOffset: -60, rollover: 4, schedVer: 2 })
		const dueDay = Date.parse('2020-11-22') / 86_400_000 + 2200
		expect(read.cards[0]).toMatchObject({ type: 2, queue: 2, due: dueDay - first, ivl: 30, reps: 3, lapses: 1 })
		expect(JSON.parse(String(read.cards[0]?.data))).toMatchObject({ s: 31.5, d: 5.25, dr: 0.9 })
		expect(read.cards.map(({ queue }) => queue)).toEqual([2, -1, 2, -3])
	})

	it('gives types of Anki back as they came', async () => {
		const table = await openTable()
		await table.import(packageOf(everything, 'collection.anki2'))
		const read = readApkg(await table.export({ format: 'apkg' }))
		expect(read.models[1_500_000_000_001]).toMatchObject({
			name: 'Basic (mine)',
			css: '.card { color: teal }',
			flds: [
				{ name: 'Front', ord: 0, size: 20 },
				{ name: 'Back', ord: 1 },
			],
			tmpls: [{ name: 'Card 1', qfmt: '{{Front}}', afmt: '{{FrontSide}}<hr id=answer>{{Back}}' }, { name: 'Card 2' }],
		})
		expect(read.notes.map(({ guid }) => guid)).toEqual(['first+1', 'cloze/2'])
	})

	it('has one deck alone, and those below it', async () => {
		const table = await full()
		const [other] = table.cards.notes.create('Other', [basic('elsewhere')], clock.now())
		const deck = table.cards.decks.list().find(({ name }) => name === 'Other')
		const read = readApkg(await table.export({ format: 'apkg', deck: deck?.id ?? 0 }))
		expect(read.notes.map(({ guid }) => guid)).toEqual([other?.guid])
		await expect(table.export({ format: 'apkg', deck: 99 })).rejects.toMatchObject({ code: 'NOT_FOUND' })
	})

	it('is not written where there are no cards', async () => {
		const table = await openTable()
		await expect(table.export({ format: 'csv' })).rejects.toMatchObject({
			code: 'NOT_FOUND',
			message: 'There are no cards to export.',
		})
	})
})

describe('text', () => {
	it('has the header lines of Anki', async () => {
		const text = readFileSync(await (await full()).export({ format: 'csv' }), 'utf8').split('\n')
		expect(text.slice(0, 6)).toEqual([
			'#separator:comma',
			'#html:true',
			'#guid column:1',
			'#notetype column:2',
			'#deck column:3',
			'#tags column:7',
		])
		expect(text[6]).toMatch(/^"[\w-]{12}","Parallax: Basic","Uni::Trauma","What <em>helps<\/em>\?","<p>Regular/)
	})
})
