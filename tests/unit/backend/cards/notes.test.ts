/** Notes and their cards in the workspace: made, changed, deleted, brought back. */
import { describe, expect, it } from 'vitest'
import { basic, clockAt } from '../../support/cards.ts'
import { freshFolder } from '../../support/folder.ts'
import { openWorkspace } from '../../support/workspaces.ts'

const clock = clockAt('2026-11-22T09:00:00Z')
const opened = async (dataDir = freshFolder()) => (await openWorkspace(dataDir, clock)).cards
const now = clock.now()

describe('notes', () => {
	it('are there when the program starts again, with their cards and their deck', async () => {
		const dataDir = freshFolder()
		const workspace = await openWorkspace(dataDir, clock)
		const [made] = workspace.cards.notes.create(
			'Sleep',
			[basic('What helps?', 'Regular hours', { tags: ['b', 'a', 'b'] })],
			now,
		)
		expect(made).toMatchObject({
			fields: ['What helps?', 'Regular hours', ''],
			tags: ['a', 'b'],
			cards: [1],
			created: now,
		})
		await workspace.close()
		const again = await opened(dataDir)
		expect(again.notes.byIds([made?.id ?? 0])).toEqual([made])
		expect(again.decks.list()).toMatchObject([{ name: 'Sleep', settings: { newPerDay: 20, exam: null } }])
	})

	it('are all made or none', async () => {
		const { notes, decks } = await opened()
		const tooMany = basic('x', 'y', { fields: ['1', '2', '3', '4'] })
		expect(() => notes.create('Deck', [basic('fine'), tooMany], now)).toThrow('“Basic” has 3 fields, and 4 were given.')
		expect(decks.list()).toEqual([])
	})

	it('have a card for each gap, and follow when gaps come and go', async () => {
		const { notes } = await opened()
		const [made] = notes.create('Deck', [basic('', '', { type: 'cloze', fields: ['{{c1::a}} {{c2::b}}'] })], now)
		expect(made?.cards).toHaveLength(2)
		const changed = notes.change(made?.id ?? 0, { fields: ['{{c2::b}} {{c3::c}}'] }, now)
		expect(changed.cards).toHaveLength(2)
		expect(changed.cards).toContain(made?.cards[1])
		expect(changed.cards).not.toContain(made?.cards[0])
		expect(notes.change(made?.id ?? 0, { fields: ['{{c1::a}} {{c2::b}}'] }, now).cards).toEqual(made?.cards)
	})

	it('that say the same are found, however they are marked up', async () => {
		const { notes, types } = await opened()
		const [made] = notes.create('Deck', [basic('What *helps*?')], now)
		const basicType = types.shipped('basic')
		expect(notes.same(basicType, 'what  helps')).toMatchObject([{ id: made?.id }])
		expect(notes.same(basicType, 'what helps', made?.id)).toEqual([])
		expect(notes.same(basicType, ' ')).toEqual([])
	})

	it('go into the trash and come back as they were', async () => {
		const { notes, decks } = await opened()
		const [made] = notes.create('Deck', [basic('one')], now)
		const { token, removed } = notes.remove([made?.id ?? 0], now)
		expect(removed).toBe(1)
		expect(notes.byIds([made?.id ?? 0])).toEqual([])
		expect(notes.undo(token)).toBe(1)
		expect(notes.byIds([made?.id ?? 0])).toEqual([made])
		expect(() => notes.undo(token)).toThrow('This cannot be undone any more.')
		const [deck] = decks.list()
		const gone = decks.remove(deck?.id ?? 0, now)
		expect(gone.cards).toBe(1)
		expect(notes.byIds([made?.id ?? 0])).toEqual([])
		notes.undo(gone.token)
		expect(notes.byIds([made?.id ?? 0])).toEqual([made])
		expect(decks.list()).toEqual([deck])
	})
})

describe('decks', () => {
	it('take those below them along when they are renamed', async () => {
		const { decks } = await opened()
		const top = decks.create('Trauma', {}, now)
		decks.create('Trauma::Exposure', { newPerDay: 5 }, now)
		decks.create('Traumatic', {}, now)
		decks.change(top.id, { name: 'Uni::Trauma' }, now)
		expect(decks.list().map(({ name }) => name)).toEqual(['Traumatic', 'Uni::Trauma', 'Uni::Trauma::Exposure'])
	})

	it('refuse a name that is taken, or lies in themselves', async () => {
		const { decks } = await opened()
		const one = decks.create('One', {}, now)
		decks.create('Two', {}, now)
		expect(() => decks.create('Two', {}, now)).toThrow('There is a deck “Two” already.')
		expect(() => decks.change(one.id, { name: 'Two' }, now)).toThrow('There is a deck “Two” already.')
		expect(() => decks.change(one.id, { name: 'One::Two' }, now)).toThrow('cannot be put into itself')
	})

	it('keep an exam, and let go of it', async () => {
		const { decks } = await opened()
		const { id } = decks.create('One', { newPerDay: 5 }, now)
		expect(decks.change(id, { settings: { exam: '2027-02-01' } }, now).settings).toMatchObject({
			exam: '2027-02-01',
			newPerDay: 5,
		})
		expect(decks.change(id, { settings: { exam: null } }, now).settings.exam).toBeNull()
	})
})
