/** The contract's `cards`, part by part. */
import type { implement } from '@orpc/server'
import type { contract, WorkerClient } from '#contract/index.ts'
import type { Change } from '#contract/workspace.ts'
import type { Annotations } from '../../annotations/annotations.ts'
import type { Cards } from '../cards.ts'
import type { Transfers } from '../transfer/service.ts'
import { browseRoutes } from './browse.ts'
import { decksRoutes } from './decks.ts'
import { notesRoutes } from './notes.ts'
import { statisticsRoutes } from './statistics.ts'
import { studyRoutes } from './study.ts'
import { transferRoutes } from './transfer.ts'

/** As it is once the router has put its own before every method. */
export type Os = ReturnType<ReturnType<typeof implement<typeof contract>>['use']>

/** What the routes of cards answer with. */
export interface CardParts {
	os: Os
	cards: Cards
	transfers: Transfers
	annotations: Annotations
	library: WorkerClient['library']
	/** Tells the windows that cards have changed, or something else, and passes the answer on. */
	changed: <T>(answer: T, what?: Change['what']) => T
}

export const cardsRouter = (parts: CardParts) => ({
	browse: browseRoutes(parts),
	decks: decksRoutes(parts),
	notes: notesRoutes(parts),
	statistics: statisticsRoutes(parts),
	study: studyRoutes(parts),
	transfer: transferRoutes(parts),
})
