/** How much of what is due a day has room for: each deck's own limits, and those of the decks above it. */
import type { DeckSettings } from '#contract/cards/decks.ts'
import { portionOf } from './backlog.ts'
import { dayNamed } from './calendar.ts'
import { levelsOf, treeOf } from './deck-tree.ts'
import { newADay } from './exam.ts'

/** What a deck holds today, without those below it. */
export interface DeckLoad {
	id: number
	name: string
	settings: DeckSettings
	/** New cards, as many as could matter today. */
	fresh: number
	learning: number
	/** Reviews that are due, and those of them that have been due for days. */
	due: number
	late: number
	/** What was done of each today. */
	doneNew: number
	doneDue: number
}

/** What a deck may show today, without those below it. */
export interface DeckRoom {
	new: number
	review: number
	/** The exam that its cards are learned for, in days since 1970. */
	exam: number | null
}

/**
 * @param decks all of them
 * @param usual reviews that the reader does on a usual day in these decks; asked for only where something is late
 * @returns the room of each deck. Limits hold for a deck with all below it and count what was done today. Reviews share what
 *   room there is by what is due, new cards take it deck by deck.
 */
export function roomOf(
	decks: readonly DeckLoad[],
	day: number,
	usual: (ids: readonly number[]) => number,
): Map<number, DeckRoom> {
	const { above, below } = treeOf(decks)
	const nodes = decks.map((deck) => {
		const own = below(deck.id)
		const sum = (of: (each: DeckLoad) => number) => own.reduce((total, each) => total + of(each), 0)
		const exam = examOf(above(deck.id), day)
		const [done, doneNew] = [sum((each) => each.doneDue), sum((each) => each.doneNew)]
		const load = { due: sum((each) => each.due) + done, late: sum((each) => each.late) }
		const portion = portionOf({ ...load, limit: deck.settings.reviewsPerDay }, () => usual(own.map(({ id }) => id)))
		// A deck with an exam gets as many new cards as its plan needs.
		const planned = exam === null ? 0 : newADay(sum((each) => each.fresh) + doneNew, day, exam)
		return {
			deck,
			exam,
			reviewLeft: Math.max(0, portion - done),
			newLeft: Math.max(0, Math.max(deck.settings.newPerDay, planned) - doneNew),
		}
	})
	const byId = new Map(nodes.map((node) => [node.deck.id, node]))
	const nodesOf = (some: readonly DeckLoad[]) => some.flatMap(({ id }) => byId.get(id) ?? [])

	const review = new Map(decks.map(({ id, due }) => [id, due]))
	for (const node of [...nodes].sort((a, b) => depth(b.deck) - depth(a.deck))) {
		const own = below(node.deck.id).map(({ id }) => id)
		const shared = shareOut(
			own.map((id) => review.get(id) ?? 0),
			node.reviewLeft,
		)
		for (const [index, id] of own.entries()) review.set(id, shared[index] ?? 0)
		node.reviewLeft -= shared.reduce((total, each) => total + each, 0)
	}
	const rooms = new Map<number, DeckRoom>()
	for (const { deck, exam } of [...nodes].sort((a, b) => (a.deck.name < b.deck.name ? -1 : 1))) {
		const limits = nodesOf(above(deck.id))
		const planned = limits.filter((node) => node.exam !== null)
		// As in Anki, new cards wait where reviews fill the day; not so where an exam does not wait.
		const room = planned.length
			? planned.map(({ newLeft }) => newLeft)
			: limits.flatMap(({ newLeft, reviewLeft }) => [newLeft, reviewLeft])
		const fresh = Math.min(deck.fresh, ...room)
		for (const each of limits) each.newLeft = Math.max(0, each.newLeft - fresh)
		rooms.set(deck.id, { new: fresh, review: review.get(deck.id) ?? 0, exam })
	}
	return rooms
}

const depth = ({ name }: DeckLoad): number => levelsOf(name).length

/** @returns the amounts, made smaller in proportion until they have room; what they add up to is whole. */
function shareOut(amounts: readonly number[], room: number): number[] {
	const total = amounts.reduce((sum, amount) => sum + amount, 0)
	if (total <= room) return [...amounts]
	let [before, given] = [0, 0]
	return amounts.map((amount) => {
		before += amount
		const until = Math.round((before / total) * room)
		const share = until - given
		given = until
		return share
	})
}

/** @param decks one with those above it. @returns the nearest exam that is still to come, in days since 1970. */
export function examOf(decks: readonly Pick<DeckLoad, 'settings'>[], day: number): number | null {
	const ahead = decks
		.flatMap(({ settings: { exam } }) => (exam === null ? [] : dayNamed(exam)))
		.filter((at) => at > day)
	return ahead.length ? Math.min(...ahead) : null
}
