/** Text and CSV, as spreadsheets and Anki write it. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { basic } from '../../../support/cards.ts'
import { freshFolder } from '../../../support/folder.ts'
import { clock, openTable, type Table } from '../../../support/transfer.ts'

function fileOf(content: string | Uint8Array, name = 'My notes.txt'): string {
	const path = join(freshFolder(), name)
	writeFileSync(path, content)
	return path
}
const notes = (table: Table) =>
	table.cards.notes.byIds(table.all('SELECT id FROM card_note').map(({ id }) => Number(id)))
const fields = (table: Table) => notes(table).map((note) => note.fields)
async function taken(content: string | Uint8Array, name?: string) {
	const table = await openTable()
	const { summary } = await table.import(fileOf(content, name))
	return { table, summary }
}

describe('text', () => {
	it.each([
		['tabs', 'one\teins\ntwo\tzwei\n'],
		['commas', 'one,eins\ntwo,zwei'],
		['semicolons', 'one;eins\r\ntwo;zwei\r\n'],
		['a pipe that is named', '#separator:pipe\none|eins\ntwo|zwei'],
		['a sign that is named', '#separator:|\none|eins\ntwo|zwei'],
	])('comes apart at %s', async (_what, content) => {
		const { table, summary } = await taken(content)
		expect(fields(table)).toEqual([
			['one', 'eins'],
			['two', 'zwei'],
		])
		expect(summary).toMatchObject({
			format: 'text',
			notes: { new: 2 },
			decks: [{ name: 'My notes', cards: 2 }],
			types: [{ name: 'Basic', notes: 2 }],
		})
	})

	it.each([
		['UTF-8 with a mark', Buffer.from('\ufeffÜbung,träge', 'utf8')],
		['UTF-16, little end first', Buffer.from('\ufeffÜbung,träge', 'utf16le')],
		['UTF-16, big end first', Buffer.from('\ufeffÜbung,träge', 'utf16le').swap16()],
		['UTF-16 without a mark', Buffer.from('Übung,träge', 'utf16le')],
	])('is read in %s', async (_what, bytes) => {
		expect(fields((await taken(bytes)).table)).toEqual([['Übung', 'träge']])
	})

	it('keeps lines and marks within quotation marks', async () => {
		const { table } = await taken('"a ""word"", and\nmore",b\n')
		expect(fields(table)).toEqual([['a "word", and<br>more', 'b']])
	})

	it('is text where it has no HTML, and HTML where it says so', async () => {
		expect(fields((await taken('1 < 2 & *x*,b')).table)).toEqual([['1 &lt; 2 &amp; *x*', 'b']])
		expect(fields((await taken('#html:true\n1 &lt; 2,<b>b</b>')).table)).toEqual([['1 &lt; 2', '<b>b</b>']])
		expect(fields((await taken('#html:false\n<b>a</b>,b')).table)).toEqual([['&lt;b&gt;a&lt;/b&gt;', 'b']])
		expect(fields((await taken('<b>a</b>,b')).table)).toEqual([['<b>a</b>', 'b']])
	})

	it('follows the header lines', async () => {
		const { table } = await taken(
			`\ufeff#separator:Semicolon
#html:true
#tags:all uni
#columns:Id;Type;Deck;Back;Front;Labels
#guid column:1
#notetype column:2
#deck column:3
#tags column:6
# a remark
g1;Basic;Uni::One;back;front;x y
g2;Basic;;b2;f2;
g3;My own;Two;b3;f3;z
`,
			'cards.csv',
		)
		expect(notes(table)).toMatchObject([
			{ guid: 'g1', fields: ['front', 'back'], tags: ['all', 'uni', 'x', 'y'] },
			{ guid: 'g2', fields: ['f2', 'b2'], tags: ['all', 'uni'] },
			{ guid: 'g3', fields: ['b3', 'f3'], tags: ['all', 'uni', 'z'] },
		])
		expect(table.cards.decks.list().map(({ name }) => name)).toEqual(['Two', 'Uni::One', 'cards'])
		expect(table.cards.types.called('My own', 'html')).toMatchObject({ fields: ['Back', 'Front'] })
	})

	it('takes one deck and one type for all, and a last column as tags', async () => {
		const { table } = await taken('#deck:Sleep\n#notetype:Basic (and reversed card)\na\tb\tx y\n')
		expect(notes(table)).toMatchObject([{ fields: ['a', 'b'], tags: ['x', 'y'], cards: [1, 2] }])
		expect(table.cards.decks.list()).toMatchObject([{ name: 'Sleep' }])
	})

	it('makes a card of each gap', async () => {
		const { table } = await taken('{{c1::a}} and {{c2::b}}\textra\n')
		expect(notes(table)).toMatchObject([{ fields: ['{{c1::a}} and {{c2::b}}', 'extra'], cards: [1, 2] }])
	})

	it('knows notes by their first field, and does with them what it says', async () => {
		const table = await openTable()
		const take = async (content: string) => (await table.import(fileOf(content))).summary.notes
		expect(await take('front,back\n')).toEqual({ new: 1, changed: 0, same: 0 })
		expect(await take('front,back\n')).toEqual({ new: 0, changed: 0, same: 1 })
		clock.pass(1000)
		expect(await take('#if matches:keep current\nfront,other\n')).toEqual({ new: 0, changed: 0, same: 1 })
		expect(fields(table)).toEqual([['front', 'back']])
		expect(await take('front,other\n')).toEqual({ new: 0, changed: 1, same: 0 })
		expect(fields(table)).toEqual([['front', 'other']])
		expect(await take('#if matches:keep both\nfront,third\n')).toEqual({ new: 1, changed: 0, same: 0 })
	})

	it('leaves Markdown alone that went out and came back', async () => {
		const table = await openTable()
		table.cards.notes.create('Deck', [basic('a *b* # c', '- list')], clock.now())
		const before = table.dump()
		const { summary, token } = await table.import(await table.export({ format: 'csv' }))
		expect(summary.notes).toEqual({ new: 0, changed: 0, same: 1 })
		table.cards.notes.undo(token)
		expect(table.dump()).toEqual(before)
	})

	it('says what it would do, and does nothing', async () => {
		const table = await openTable()
		const before = table.dump()
		expect(await table.preview(fileOf('a,b\n,\n'))).toMatchObject({ notes: { new: 1 }, samples: ['a'], cards: 1 })
		expect(table.dump()).toEqual(before)
	})
})
