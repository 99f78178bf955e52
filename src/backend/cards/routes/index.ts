/** The contract's `cards`, part by part. */
import { implement } from '@orpc/server'
import { cardsContract } from '#contract/cards/index.ts'
import type { WorkerClient } from '#contract/index.ts'
import type { Change } from '#contract/workspace.ts'
import type { Annotations } from '../../annotations/annotations.ts'
import type { Parts } from '../../parts.ts'
import { atGate } from '../../workspace/gate.ts'
import { Cards } from '../cards.ts'
import type { Transfers } from '../transfer/service.ts'
import { browseRoutes } from './browse.ts'
import { decksRoutes } from './decks.ts'
import { notesRoutes } from './notes.ts'
import { statisticsRoutes } from './statistics.ts'
import { studyRoutes } from './study.ts'
import { transferRoutes } from './transfer.ts'

/** What the routes of cards answer with. */
export interface CardParts {
	os: ReturnType<ReturnType<typeof implement<typeof cardsContract>>['use']>
	cards: Cards
	transfers: Transfers
	annotations: Annotations
	library: WorkerClient['library']
	/** Tells the windows that cards have changed, or something else, and passes the answer on. */
	changed: <T>(answer: T, what?: Change['what']) => T
}

export async function cardsRoutes({ workspace, library, clock, ...shared }: Parts) {
	const { changes, gate } = workspace
	const os = implement(cardsContract).use(atGate(gate))
	const parts: CardParts = {
		os,
		cards: Cards.of(workspace, clock),
		transfers: await shared.transfers(),
		annotations: await shared.annotations(),
		library: library.library,
		changed: (answer, what = 'cards') => changes.told(what, answer),
	}
	return os.router({
		browse: browseRoutes(parts),
		decks: decksRoutes(parts),
		notes: notesRoutes(parts),
		statistics: statisticsRoutes(parts),
		study: studyRoutes(parts),
		transfer: transferRoutes(parts),
	})
}
