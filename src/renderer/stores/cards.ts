/** Cards in the window: made, changed and removed here, each with its way back. */
import { defineStore } from 'pinia'
import type { DeckSettings } from '#contract/cards/decks.ts'
import type { CardNote, NoteDraft } from '#contract/cards/notes.ts'
import { client } from '../client/index.ts'
import { amountOf } from '../composables/amounts.ts'
import { type NoticeAction, useNotices } from './notices.ts'
import { type Step, useUndo } from './undo.ts'

export const useCards = defineStore('cards', () => {
	const notices = useNotices()
	const steps = useUndo()

	/** Says what went wrong where something could not be kept. */
	async function safely<T>(work: () => Promise<T>): Promise<T | undefined> {
		try {
			return await work()
		} catch (error) {
			notices.failed(error)
			return undefined
		}
	}
	/** Offers the way back in a message, and on Ctrl Z. */
	function done(
		label: string,
		undo: () => Promise<unknown>,
		redo: () => Promise<unknown>,
		{ next, ...how }: Pick<Step, 'about' | 'completes'> & { next?: NoticeAction } = {},
	): void {
		steps.did({ label, undo, redo, ...how })
		notices.say(`${label}.`, { label: 'Undo', run: () => void steps.undo() }, next)
	}
	/** An act whose token undoes it; done again it has another one. */
	async function act<T extends { token: number }>(
		work: () => Promise<T>,
		label: (answer: T) => string,
	): Promise<T | undefined> {
		const first = await safely(work)
		if (!first) return undefined
		let { token } = first
		const redo = async () => {
			token = (await work()).token
		}
		done(label(first), () => client.cards.browse.undo({ token }), redo)
		return first
	}

	const types = () => client.cards.notes.types()

	/**
	 * Makes notes with their cards.
	 * @param how `comparison`: that they come from; `markFor`: id of the mark that was made for them and is undone with them;
	 * `next`: what the message offers beside Undo
	 */
	async function createNotes(
		deck: string | number,
		notes: NoteDraft[],
		{ comparison, markFor, next }: { comparison?: string; markFor?: string; next?: NoticeAction } = {},
	): Promise<CardNote[] | undefined> {
		const made = await safely(() => client.cards.notes.create({ deck, notes, ...(comparison ? { comparison } : {}) }))
		if (!made) return undefined
		const ids = made.map(({ id }) => id)
		let token = 0
		const remove = async () => {
			token = (await client.cards.notes.remove({ ids })).token
		}
		const count = made.reduce((sum, { cards }) => sum + cards.length, 0)
		done(`${amountOf(count, 'card')} made`, remove, () => client.cards.browse.undo({ token }), {
			...(markFor ? { about: markFor, completes: true } : {}),
			...(next ? { next } : {}),
		})
		return made
	}

	async function changeNote(
		before: CardNote,
		some: Partial<Pick<CardNote, 'fields' | 'tags' | 'contentNotes'>>,
	): Promise<CardNote | undefined> {
		const { id, fields, tags, contentNotes } = before
		const after = await safely(() => client.cards.notes.change({ id, ...some }))
		if (after)
			done(
				'Card changed',
				() => client.cards.notes.change({ id, fields, tags, contentNotes }),
				() => client.cards.notes.change({ id, ...some }),
			)
		return after
	}
	const removeNotes = (ids: number[]) =>
		act(
			() => client.cards.notes.remove({ ids }),
			({ removed }) => `${amountOf(removed, 'note')} deleted`,
		)
	const settle = (id: number, how: 'take' | 'keep') =>
		act(
			() => client.cards.notes.settle({ id, how }),
			() => (how === 'take' ? 'New wording taken over' : 'Old wording kept'),
		)

	const createDeck = (name: string, settings?: Partial<DeckSettings>) =>
		safely(() => client.cards.decks.create({ name, ...(settings ? { settings } : {}) }))
	const changeDeck = (id: number, some: { name?: string; settings?: Partial<DeckSettings> }) =>
		safely(() => client.cards.decks.change({ id, ...some }))
	const removeDeck = (id: number, name: string) =>
		act(
			() => client.cards.decks.remove({ id }),
			({ cards }) => `“${name}” deleted, with ${amountOf(cards, 'card')}`,
		)

	return { act, types, createNotes, changeNote, removeNotes, settle, createDeck, changeDeck, removeDeck }
})
