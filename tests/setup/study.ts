/** Cards to study in specs. */
import type { NoteDraft } from '#contract/cards/notes.ts'
import type { Client } from '#contract/index.ts'

export const question = (front: string, back: string, some: Partial<NoteDraft> = {}): NoteDraft => ({
	type: 'basic',
	fields: [front, back],
	tags: [],
	contentNotes: [],
	...some,
})

/** Makes cards `Question 1`, `Answer 1` and so on. @returns the deck's id */
export async function makeQuestions(client: Client, count: number, deck = 'Trauma'): Promise<number> {
	const notes = Array.from({ length: count }, (_, at) => question(`Question ${at + 1}`, `Answer ${at + 1}`))
	await client.cards.notes.create({ deck, notes })
	return (await client.cards.decks.list()).find(({ name }) => name === deck)?.id ?? 0
}
