/** The browser: every filter and order, every act and its way back. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { actOn } from '#backend/cards/browse/bulk.ts'
import type { Cards } from '#backend/cards/cards.ts'
import { CardAct, CardFilter } from '#contract/cards/browse.ts'
import { basic, clockAt } from '../../support/cards.ts'
import { dumpOf } from '../../support/studying.ts'
import { openWorkspace } from '../../support/workspaces.ts'

const clock = clockAt('2026-11-22T09:00:00Z')
const source = (place: string) => ({ source: { source: place, wording: {} } })

/** Seven cards: two decks one in the other, each state, each hold, a leech, a stale one, one from yesterday. */
async function filled(): Promise<Cards> {
	const { cards } = await openWorkspace(undefined, clock)
	const { notes, sql } = cards
	const { at, day } = cards.moment()
	notes.create('Sleep', [basic('What *helps* sleep?', 'Hours', { tags: ['sleep', 'med::one'] })], at - 2 * 86_400_000)
	notes.create('Sleep::Deep', [basic('Deep waves', 'Slow', { tags: ['med'], ...source('compare/one-night') })], at)
	notes.create('Sleep::Deep', [basic('Dreams', 'REM', { tags: ['medicine'], ...source('compare/one-night/p') })], at)
	notes.create('Law', [basic('Oath', 'Truth', source('compare/one-night-cure'))], at)
	notes.create('Law', [basic('', '', { type: 'cloze', fields: ['{{c1::Torts}} and {{c2::contracts}}'] })], at)
	notes.create('Law', [basic('Éclair', 'sweet')], at)
	const put = (id: number, set: string) => sql.run(`UPDATE card SET ${set} WHERE id = ${id}`)
	put(2, `state = 2, due = ${day}, interval = 4, lapses = 3, stability = 4.5, difficulty = 6, reps = 5, leech = 1`)
	put(3, `state = 1, due = ${at + 60_000}, reps = 1`)
	put(4, `state = 2, due = ${day + 3}, interval = 9, lapses = 1, stability = 9, difficulty = 2, reps = 5, hold = 1`)
	put(5, `state = 3, due = ${at + 3 * 86_400_000}, reps = 4, hold = 2, buried_until = ${day + 1}`)
	sql.run(`UPDATE card_note SET stale = '{}' WHERE id = 3`)
	return cards
}

const found = (cards: Cards, filter: Partial<CardFilter>, order = 'created' as const) =>
	cards.browser
		.find({ filter: CardFilter.parse(filter), order, descending: false, offset: 0, limit: 100 })
		.rows.map(({ id }) => id)
const ordered = (cards: Cards, order: Parameters<Cards['browser']['find']>[0]['order'], descending = false) =>
	cards.browser
		.find({ filter: CardFilter.parse({}), order, descending, offset: 0, limit: 100 })
		.rows.map(({ id }) => id)
const act = (cards: Cards, ids: number[], what: object) => actOn(cards, { ids }, CardAct.parse(what))

describe('finding cards', () => {
	it('narrows by each filter, and by several', async () => {
		const cards = await filled()
		const [, sleep, deep] = cards.decks.list()
		const answers: [Partial<CardFilter>, number[]][] = [
			[{}, [1, 2, 3, 4, 5, 6, 7]],
			[{ text: 'helps sle' }, [1]],
			[{ text: 'help ' }, []],
			[{ text: 'medici' }, [3]],
			[{ text: 'eclair' }, [7]],
			[{ text: 'contracts' }, [5, 6]],
			[{ text: '"*' }, []],
			[{ deck: sleep?.id ?? 0 }, [1, 2, 3]],
			[{ deck: deep?.id ?? 0 }, [2, 3]],
			[{ tag: 'med' }, [1, 2]],
			[{ tag: 'med::one' }, [1]],
			[{ tag: 'one' }, []],
			[{ tag: '!' }, []],
			[{ state: 'new' }, [1, 6, 7]],
			[{ state: 'review' }, [2, 4]],
			[{ state: 'relearning' }, [5]],
			[{ hold: 'suspended' }, [4]],
			[{ hold: 'buried' }, [5]],
			[{ only: 'due' }, [2, 3]],
			[{ only: 'leech' }, [2]],
			[{ only: 'stale' }, [3]],
			[{ only: 'today' }, [2, 3, 4, 5, 6, 7]],
			[{ comparison: 'one-night' }, [2, 3]],
			[{ deck: sleep?.id ?? 0, only: 'today', state: 'learning' }, [3]],
		]
		for (const [filter, ids] of answers) expect(found(cards, filter), JSON.stringify(filter)).toEqual(ids)
		expect(cards.browser.tags()).toEqual([
			{ tag: 'med', notes: 1 },
			{ tag: 'med::one', notes: 1 },
			{ tag: 'medicine', notes: 1 },
			{ tag: 'sleep', notes: 1 },
		])
		expect(() => found(cards, { deck: 99 })).toThrow('This deck is not there any more.')
	})

	it('finds tags of any letters, and no others', async () => {
		const { cards } = await openWorkspace(undefined, clock)
		const tags = ['a"b', 'b', 'a,b', '\\', '日本', '%', 'A']
		cards.notes.create(
			'Deck',
			tags.map((tag) => basic(tag, tag, { tags: [tag] })),
			clock.now(),
		)
		for (const [index, tag] of tags.entries()) expect(found(cards, { tag }), tag).toEqual([index + 1])
	})

	it('puts them in each order, both ways round', async () => {
		const cards = await filled()
		expect(ordered(cards, 'due')).toEqual([2, 3, 4, 5, 1, 6, 7])
		expect(ordered(cards, 'text')).toEqual([2, 3, 7, 4, 5, 6, 1])
		expect(ordered(cards, 'deck')).toEqual([4, 5, 6, 7, 1, 2, 3])
		expect(ordered(cards, 'lapses', true).slice(0, 2)).toEqual([2, 4])
		expect(ordered(cards, 'interval', true).slice(0, 2)).toEqual([4, 2])
		expect(ordered(cards, 'stability', true).slice(0, 2)).toEqual([4, 2])
		expect(ordered(cards, 'difficulty', true).slice(0, 2)).toEqual([2, 4])
		expect(ordered(cards, 'created', true)).toEqual([7, 6, 5, 4, 3, 2, 1])
		expect(ordered(cards, 'modified')).toHaveLength(7)
	})

	it('shows a window with what each card is', async () => {
		const cards = await filled()
		const { total, rows } = cards.browser.find({
			filter: CardFilter.parse({}),
			order: 'created',
			descending: false,
			offset: 1,
			limit: 4,
		})
		expect([total, rows.map(({ id }) => id)]).toEqual([7, [2, 3, 4, 5]])
		expect(rows[0]).toMatchObject({
			text: 'Deep waves',
			deckName: 'Sleep::Deep',
			leech: true,
			stale: false,
			interval: 4,
		})
		expect(rows[0]?.due).toBe(Date.parse('2026-11-22T03:00:00Z'))
		expect(rows[1]).toMatchObject({ state: 'learning', stale: true, due: clock.now() + 60_000 })
		expect(rows[2]).toMatchObject({ hold: 'suspended' })
		expect(rows[3]).toMatchObject({ text: 'Torts and contracts', name: 'Gap 1', hold: 'buried' })
	})

	it('knows at once what has been written since, here or elsewhere', async () => {
		const cards = await filled()
		expect(found(cards, { hold: 'suspended' })).toEqual([4])
		act(cards, [1], { act: 'suspend' })
		expect(found(cards, { hold: 'suspended' })).toEqual([1, 4])
	})
})

describe('acts on many cards', () => {
	it('change what they say, and count it', async () => {
		const cards = await filled()
		const [law] = cards.decks.list()
		expect(act(cards, [1, 2, 4, 5], { act: 'suspend' }).cards).toBe(3)
		expect(found(cards, { hold: 'suspended' })).toEqual([1, 2, 4, 5])
		expect(act(cards, [1, 2, 3], { act: 'unsuspend' }).cards).toBe(2)
		expect(act(cards, [1, 2, 4], { act: 'bury' }).cards).toBe(2)
		expect(found(cards, { hold: 'buried' })).toEqual([1, 2])
		expect(act(cards, [1, 4], { act: 'unbury' }).cards).toBe(1)
		expect(act(cards, [1, 2, 3], { act: 'reset' }).cards).toBe(2)
		const [second] = cards.sql.all('SELECT state, reps, stability, leech FROM card WHERE id = 2')
		expect(second).toEqual({ state: 0, reps: 0, stability: null, leech: 0 })
		expect(act(cards, [1, 4], { act: 'move', deck: law?.id }).cards).toBe(1)
		expect(found(cards, { deck: law?.id ?? 0 })).toEqual([1, 4, 5, 6, 7])
		expect(act(cards, [1, 2], { act: 'tag', add: ['exam'], remove: ['sleep'] }).cards).toBe(2)
		expect(found(cards, { tag: 'exam' })).toEqual([1, 2])
		expect(found(cards, { text: 'exam' })).toEqual([1, 2])
		expect(found(cards, { tag: 'sleep' })).toEqual([])
		// A note goes as a whole.
		expect(act(cards, [5], { act: 'remove' }).cards).toBe(2)
		expect(found(cards, {})).toEqual([1, 2, 3, 4, 7])
		expect(() => act(cards, [1], { act: 'move', deck: 99 })).toThrow('This deck is not there any more.')
	})

	it('reach all that a filter finds, and nothing in the trash', async () => {
		const cards = await filled()
		act(cards, [7], { act: 'remove' })
		const all = { filter: CardFilter.parse({ state: 'new' }) }
		expect(actOn(cards, all, { act: 'suspend' }).cards).toBe(2)
		expect(found(cards, { hold: 'suspended', state: 'new' })).toEqual([1, 6])
	})

	it('are undone to the last byte, whatever came one after the other', async () => {
		const cards = await filled()
		const words = () => ['med', 'sleep', 'exam', 'contracts', 'eclair'].map((text) => found(cards, { text }))
		const state = () => [dumpOf(cards.sql), words()]
		const before = state()
		const what = fc.oneof(
			fc.constantFrom('suspend', 'unsuspend', 'bury', 'unbury', 'reset', 'remove').map((name) => ({ act: name })),
			fc.constantFrom(1, 2, 'Law', 'New', 'New::Deck').map((deck) => ({ act: 'move', deck })),
			fc.record({
				act: fc.constant('tag'),
				add: fc.subarray(['exam', 'med', 'x']),
				remove: fc.subarray(['sleep', 'med', 'exam']),
			}),
		)
		const steps = fc.array(
			fc.tuple(fc.oneof(fc.subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 1 }), fc.constant(undefined)), what),
			{ minLength: 1, maxLength: 8 },
		)
		fc.assert(
			fc.property(steps, (all) => {
				const tokens = all.map(
					([ids, each]) =>
						actOn(cards, ids ? { ids } : { filter: CardFilter.parse({ tag: 'med' }) }, CardAct.parse(each)).token,
				)
				for (const token of tokens.reverse()) cards.notes.undo(token)
				expect(state()).toEqual(before)
			}),
			{ numRuns: 60 },
		)
	})
})
