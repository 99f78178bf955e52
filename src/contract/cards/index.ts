/** Cards that come from reading: decks, notes, studying, browsing, statistics, files in and out. */
import { browseContract } from './browse.ts'
import { decksContract } from './decks.ts'
import { notesContract } from './notes.ts'
import { statisticsContract } from './statistics.ts'
import { studyContract } from './study.ts'
import { transferContract } from './transfer.ts'

export const cardsContract = {
	browse: browseContract,
	decks: decksContract,
	notes: notesContract,
	statistics: statisticsContract,
	study: studyContract,
	transfer: transferContract,
}
