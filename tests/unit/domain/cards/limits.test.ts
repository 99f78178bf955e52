/** How much of what is due a day has room for. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { daysUntilClear, portionOf, usualOf } from '#domain/cards/backlog.ts'
import { dayName } from '#domain/cards/calendar.ts'
import { type DeckLoad, roomOf } from '#domain/cards/limits.ts'
import { nextKind } from '#domain/cards/mix.ts'

const settings = { newPerDay: 20, reviewsPerDay: 200, exam: null }
const none = { fresh: 0, learning: 0, due: 0, late: 0, doneNew: 0, doneDue: 0 }
let id = 0
const deck = (
	name: string,
	some: Partial<Omit<DeckLoad, 'settings'>> = {},
	set: Partial<DeckLoad['settings']> = {},
): DeckLoad => ({
	...{ id: ++id, name, ...none, ...some },
	settings: { ...settings, ...set },
})
const rooms = (decks: DeckLoad[], day = 20_000) =>
	[...roomOf(decks, day, () => 0).entries()].sort(([a], [b]) => a - b).map(([, room]) => [room.new, room.review])

describe('limits', () => {
	it('hold for a deck with all below it, and count what was done today', () => {
		expect(rooms([deck('a', { fresh: 50, due: 500 })])).toEqual([[0, 200]])
		expect(rooms([deck('a', { fresh: 50, due: 30, doneNew: 5 })])).toEqual([[15, 30]])
		expect(rooms([deck('a', { due: 300, doneDue: 180 })])).toEqual([[0, 20]])
		const family = [
			deck('a', { fresh: 3 }, { newPerDay: 10 }),
			deck('a::b', { fresh: 50 }),
			deck('a::c', { fresh: 50 }),
		]
		expect(rooms(family)).toEqual([
			[3, 0],
			[7, 0],
			[0, 0],
		])
		expect(rooms([deck('a', {}, { newPerDay: 0 }), deck('a::b::c', { fresh: 9 }), deck('ab', { fresh: 9 })])).toEqual([
			[0, 0],
			[0, 0],
			[9, 0],
		])
	})

	it('share what room there is by what is due', () => {
		const family = [deck('a', {}, { reviewsPerDay: 30 }), deck('a::b', { due: 40 }), deck('a::c', { due: 20 })]
		expect(rooms(family)).toEqual([
			[0, 0],
			[0, 20],
			[0, 10],
		])
	})

	it('let new cards wait where reviews fill the day', () => {
		expect(rooms([deck('a', { fresh: 50, due: 195 })])).toEqual([[5, 195]])
	})

	it('give way to an exam', () => {
		const exam = dayName(20_010)
		const family = [deck('a', {}, { newPerDay: 1 }), deck('a::b', { fresh: 300, due: 400 }, { exam })]
		expect(rooms(family)[1]).toEqual([60, 200])
		expect(rooms(family, 20_010)[1]).toEqual([0, 200])
	})

	it('are never exceeded, and never leave room unused for reviews', () => {
		const amount = fc.nat(80)
		const made = fc.array(fc.record({ due: amount, fresh: amount, doneDue: amount, doneNew: amount, per: amount }), {
			minLength: 1,
			maxLength: 6,
		})
		const names = ['a', 'a::b', 'a::b::c', 'a::d', 'e', 'e::f']
		fc.assert(
			fc.property(made, (all) => {
				const decks = all.map(({ per, ...some }, index) =>
					deck(names[index] ?? '', some, { reviewsPerDay: per, newPerDay: per }),
				)
				const room = roomOf(decks, 20_000, () => 0)
				for (const each of decks) {
					const own = decks.filter(({ name }) => name === each.name || name.startsWith(`${each.name}::`))
					const sum = (of: (deck: DeckLoad) => number) => own.reduce((total, one) => total + of(one), 0)
					const shown = sum(({ id }) => room.get(id)?.review ?? 0)
					expect(shown).toBeLessThanOrEqual(Math.max(0, each.settings.reviewsPerDay - sum(({ doneDue }) => doneDue)))
					expect(sum(({ id }) => room.get(id)?.new ?? 0)).toBeLessThanOrEqual(
						Math.max(0, each.settings.newPerDay - sum(({ doneNew }) => doneNew)),
					)
					expect(room.get(each.id)?.review).toBeLessThanOrEqual(each.due)
					expect(room.get(each.id)?.review).toBeGreaterThanOrEqual(0)
				}
			}),
		)
	})
})

describe('a backlog', () => {
	it('is portioned out after a break, and not without one', () => {
		const usual = () => 30
		expect(portionOf({ due: 150, late: 0, limit: 200 }, usual)).toBe(200)
		expect(portionOf({ due: 150, late: 90, limit: 200 }, usual)).toBe(45)
		expect(portionOf({ due: 2800, late: 90, limit: 300 }, usual)).toBe(200)
		expect(portionOf({ due: 28_000, late: 90, limit: 300 }, usual)).toBe(300)
		expect(portionOf({ due: 15, late: 15, limit: 200 }, usual)).toBe(200)
		expect(usualOf([])).toBe(0)
		expect(usualOf([30, 500, 31])).toBe(31)
	})

	it('is over when all that is due has room, no sooner and no later', () => {
		const coming = fc.array(fc.nat(60), { minLength: 90, maxLength: 90 })
		fc.assert(
			fc.property(fc.integer({ min: 1, max: 900 }), fc.integer({ min: 61, max: 200 }), coming, (left, perDay, days) => {
				const clear = daysUntilClear(left, perDay, days)
				const arrived = (until: number) => left + days.slice(0, until).reduce((sum, each) => sum + each, 0)
				expect(arrived(clear) - (clear - 1) * perDay).toBeLessThanOrEqual(perDay)
				if (clear > 1) expect(arrived(clear - 1) - (clear - 2) * perDay).toBeGreaterThan(perDay)
			}),
		)
		expect(daysUntilClear(100, 10, Array(365).fill(10))).toBe(365)
	})
})

describe('new cards and reviews', () => {
	it('are mixed evenly, whichever there is more of', () => {
		const [fresh, review] = [
			{ done: 0, left: 3 },
			{ done: 0, left: 9 },
		]
		let row = ''
		for (let kind = nextKind(fresh, review); kind; kind = nextKind(fresh, review)) {
			const one = kind === 'new' ? fresh : review
			one.done++
			one.left--
			row += kind.charAt(0)
		}
		expect(row).toBe('rnrrrnrrrnrr')
	})
})
