/** Notes for specs: marks on passages, links, free notes, and notes whose texts have changed since. */
import type { Annotation, AnnotationDraft, Target } from '#contract/annotations.ts'
import type { Client } from '#contract/index.ts'
import { exportedText, importFile } from '#contract/upload.ts'

export const articleId = 'psychosexual-therapy'
export const tropeId = 'intimate-psychotherapy'

/** @returns a target on a quote of a text */
export async function passage(client: Client, id: string, quote: string): Promise<Pick<Target, 'source' | 'selector'>> {
	const { text } = await client.library.text({ source: `read/${id}` })
	const start = text.indexOf(quote)
	if (start < 0) throw new Error(`“${quote}” is not in ${id}`)
	const end = start + quote.length
	const selector = {
		exact: quote,
		prefix: text.slice(Math.max(0, start - 32), start),
		suffix: text.slice(end, end + 32),
		start,
		end,
	}
	return { source: `read/${id}`, selector }
}

/** Makes a note; what is not said is a free note about nothing. */
export const makeNote = (client: Client, draft: Partial<AnnotationDraft>): Promise<Annotation> =>
	client.annotations.create({
		motivation: 'commenting',
		colour: 'yellow',
		comment: '',
		tags: [],
		targets: [],
		...draft,
	})

/**
 * Takes in a copy of a note whose quote reads otherwise than the text does, as after an update of a pack.
 * @returns its id
 */
export async function makeStale(
	client: Client,
	draft: Partial<AnnotationDraft>,
	quote: string,
	once: string,
): Promise<string> {
	const { id } = await makeNote(client, draft)
	const text = await exportedText(await client.annotations.export({ ids: [id] }))
	await client.annotations.remove({ ids: [id] })
	const copy = `urn:uuid:${crypto.randomUUID()}`
	const changed = text
		.replaceAll(id, copy)
		.replace(quote, once)
		.replace(/"parallax:text": "[0-9a-f]*"/, `"parallax:text": "${'0'.repeat(64)}"`)
	await importFile(client, changed)
	return copy
}

/** One of each: a mark, a note, a covered quote, a link, a free note, one that may have moved, one whose passage is gone. */
export async function makeNotebook(client: Client): Promise<void> {
	const homework = 'The exercises are homework for the couple'
	const reality = await passage(client, articleId, homework)
	const { document } = await client.library.document({ id: tropeId })
	const open = document.blocks.find(
		({ type, contentNotes, depiction }) => type === 'paragraph' && !contentNotes.length && !depiction,
	)
	const flagged = document.depictions.find(({ contentNotes, spoiler }) => contentNotes.length && spoiler)
	if (!open || !flagged) throw new Error('the trope has changed: choose other passages')
	const wordsOf = async (start: number, end: number) => {
		const { text } = await client.library.text({ source: `read/${tropeId}` })
		return passage(client, tropeId, text.slice(start, Math.min(end, start + 60)))
	}
	const fiction = await wordsOf(open.start, open.end)
	const covered = await passage(client, tropeId, flagged.text.slice(0, 40))
	const question = 'Nothing sexual is done or shown in the room.'
	const second = { targets: [await passage(client, articleId, question)] }
	await makeNote(client, { motivation: 'highlighting', colour: 'green', targets: [reality] })
	await makeNote(client, { comment: 'This *matters*.', tags: ['essay'], colour: 'blue', targets: [reality] })
	await makeNote(client, {
		motivation: 'questioning',
		comment: 'Why is it hidden?',
		colour: 'violet',
		targets: [covered],
	})
	await makeNote(client, {
		motivation: 'linking',
		relation: 'contradicts',
		colour: 'pink',
		comment: 'The heart of it.',
		targets: [fiction, reality],
	})
	await makeNote(client, {
		comment: 'An essay on [[Intimate psychotherapy]], [[work/antichrist-2009|that film]] and [[nothing of the kind]].',
		tags: ['essay', 'plan'],
	})
	await makeStale(
		client,
		{ ...second, comment: 'It moved.' },
		question,
		'Nothing sexual is ever done or said in the room.',
	)
	await makeStale(
		client,
		{ ...second, comment: 'It is gone.' },
		question,
		'Gulls wheel over a grey harbour, and a bell rings.',
	)
}
