/** Cards for specs: notes made from a text, and such whose source has said something else when they were made. */
import type { CardNote } from '#contract/cards/notes.ts'
import type { Client } from '#contract/index.ts'
import { articleId, passage } from './notes.ts'

/** Words of the article, as they stand there. */
export const said = 'Nothing sexual is done or shown in the room.'

/**
 * Makes a card from the article whose passage read otherwise when it was made, as after an update of a pack.
 * @param once what stood in the place of `said`
 */
export async function makeStaleCard(
	client: Client,
	once: string,
	front = 'What happens in the room?',
): Promise<CardNote> {
	const target = await passage(client, articleId, said)
	const [made] = await client.cards.notes.create({
		deck: 'Psychosexual therapy',
		notes: [
			{
				type: 'basic',
				fields: [front, once, ''],
				tags: [],
				contentNotes: [],
				source: { ...target, wording: { Back: once } },
			},
		],
	})
	if (!made) throw new Error('no card was made')
	return made
}
