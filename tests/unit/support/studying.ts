/** A workspace whose cards are studied, by a clock that stands where it is put. */
import type { Study } from '#backend/cards/study.ts'
import type { Sql } from '#backend/workspace/sql.ts'
import type { NoteDraft } from '#contract/cards/notes.ts'
import type { Rating, Sitting } from '#contract/cards/study.ts'
import { basic, clockAt } from './cards.ts'
import { freshFolder } from './folder.ts'
import { type OpenWorkspace, openWorkspace } from './workspaces.ts'

export interface Studying {
	workspace: OpenWorkspace
	study: Study
	sql: Sql
	clock: ReturnType<typeof clockAt>
	/** Answers the card that comes next. */
	rate(rating: Rating): Sitting & { leech: boolean }
	/** Closes the workspace and opens it again. */
	reopen(): Promise<Studying>
}

interface Wanted {
	cards: number
	type?: NoteDraft['type']
	deck?: string
	from?: string
	zone?: string
}

/** @param wanted how many notes there are in one deck, and when it is */
export async function studying({ cards, deck = 'Deck', from = '2026-03-02T10:00:00Z', zone, ...some }: Wanted) {
	const dataDir = freshFolder()
	const clock = clockAt(from, zone)
	const opened = await open(dataDir, clock)
	const drafts = Array.from({ length: cards }, (_, index) => basic(`front ${index}`, 'back', some))
	if (cards) opened.workspace.cards.notes.create(deck, drafts, clock.now())
	return opened
}

async function open(dataDir: string, clock: Studying['clock']): Promise<Studying> {
	const workspace = await openWorkspace(dataDir, clock)
	const { study, sql } = workspace.cards
	return {
		workspace,
		study,
		sql,
		clock,
		rate(rating) {
			const { next } = study.next(undefined)
			if (!next) throw new Error('there is no card to answer')
			return study.answer(undefined, { card: next.card, rating, reps: next.reps, took: 1500 })
		},
		async reopen() {
			await workspace.close()
			return open(dataDir, clock)
		},
	}
}

/** @returns every row of the tables that studying may touch. */
export const dumpOf = (sql: Sql) =>
	['deck', 'card_note', 'card', 'review', 'card_act'].map((table) => [
		table,
		sql.all(`SELECT * FROM ${table} ORDER BY 1`),
	])
