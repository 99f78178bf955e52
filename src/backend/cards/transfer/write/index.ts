/** Cards out: into a package that Anki opens, or text that it reads. */
import { writeFileSync } from 'node:fs'
import { Failure } from '../../../failure.ts'
import type { Cards } from '../../cards.ts'
import { writePackage } from './apkg.ts'
import { Chosen } from './chosen.ts'
import { csvOf } from './csv.ts'

export interface ExportRequest {
	format: 'apkg' | 'csv'
	/** A deck, and those below it; all without one. */
	deck?: number
	/** Whether cards go with where they stand and their reviews. */
	scheduling: boolean
}

/** @yields the share that is done @returns how many cards went out. @throws Failure when there is none */
export function* writeCards(cards: Cards, request: ExportRequest, target: string): Generator<number, number> {
	// What is read together is as it was at one moment.
	cards.sql.run('BEGIN')
	try {
		const chosen = new Chosen(cards, request)
		if (!chosen.notes.length)
			throw new Failure('NOT_FOUND', 'There are no cards to export.', 'Make some first, or choose another deck.')
		if (request.format === 'csv') writeFileSync(target, yield* csvOf(chosen), { mode: 0o600 })
		else yield* writePackage(chosen, cards, request, target)
		return chosen.cards.length
	} finally {
		cards.sql.run('ROLLBACK')
	}
}
