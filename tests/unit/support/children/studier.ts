/**
 * Another process on the same workspace: answers one card after another, takes some answers back and gives them again, and
 * says each one aloud once it is kept. Arguments: workspace folder, a name for its deck.
 */
import { Cards } from '#backend/cards/cards.ts'
import { Workspace } from '#backend/workspace/workspace.ts'
import { basic } from '../cards.ts'
import { say } from './say.ts'

const [dataDir = '', name = ''] = process.argv.slice(2)
const workspace = await Workspace.open(dataDir)
const { decks, notes, study } = Cards.of(workspace)
const deck = decks.add(name, { newPerDay: 9999, reviewsPerDay: 9999 }, Date.now()).id
const drafts = Array.from({ length: 200 }, (_, index) => basic(`${name} ${index}`, 'back', { type: 'basic-reversed' }))
notes.create(deck, drafts, Date.now())
say('open')
let { next } = study.next([deck])
for (let took = 0; next; took++) {
	const answer = { card: next.card, rating: 'easy', reps: 0, took } as const
	let sitting = study.answer([deck], answer)
	if (took % 3 === 2) {
		study.undo([deck])
		sitting = study.answer([deck], answer)
	}
	next = sitting.next
	say(took)
}
