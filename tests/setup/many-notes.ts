/** Thousands of notes, taken in as a file. */
import type { Client } from '#contract/index.ts'
import { highlightColours } from '#contract/tokens.ts'
import { selectorOf } from '#domain/anchoring/selectors.ts'
import { pageOf } from '#domain/annotations/file.ts'
import type { Json } from '#domain/annotations/json.ts'
import { writtenOver } from '#domain/annotations/w3c.ts'
import { articleId, tropeId } from './notes.ts'

const day = 86_400_000
const words = ['grief', 'sleep', 'trust', 'consent', 'memory', 'relief', 'shame', 'courage', 'therapy', 'night']

/** @returns a file of so many notes on two texts, one in five of them free, made over the last days */
export async function manyNotes(client: Client, count: number, now = Date.now()): Promise<string> {
	const texts = await Promise.all(
		[articleId, tropeId].map(async (id) => ({
			source: `read/${id}`,
			...(await client.library.text({ source: `read/${id}` })),
		})),
	)
	const items = Array.from({ length: count }, (_, number): Json => {
		const of = texts[number % texts.length]
		const length = of?.text.length ?? 0
		const start = (number * 37) % Math.max(1, length - 200)
		const said = Array.from({ length: 12 }, (_, at) => words[(number * (at + 3) + at) % words.length])
		const when = now - number * (day / 200)
		const base = { id: `urn:many:${number}`, type: 'Annotation', created: new Date(when).toISOString() }
		const targets = of && number % 5 ? [{ source: of.source, selector: selectorOf(of.text, start, start + 60) }] : []
		const tags = [words[number % words.length] ?? '']
		const colour = highlightColours[number % highlightColours.length] ?? 'yellow'
		return writtenOver(
			base,
			{ motivation: 'commenting', colour, comment: `Note ${number}: ${said.join(' ')}.`, tags, targets },
			when,
		)
	})
	return pageOf(items)
}
