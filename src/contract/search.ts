/** Search over the library's passages, in two columns: fiction and reality; own notes come as a third. */
import { base } from './errors.ts'
import { z } from './jitless.ts'
import { Id, Line, Text } from './text.ts'
import { ContentNote, Side } from './words.ts'

export const PassageKind = z.enum(['point', 'finding', 'depiction', 'section', 'article', 'trope', 'comparison'])

/** Where a hit opens: in a document at a block, or in a comparison at a point. */
export const Place = z.discriminatedUnion('view', [
	z.strictObject({ view: z.literal('read'), document: Id, block: Id.optional() }),
	z.strictObject({ view: z.literal('compare'), comparison: Id, point: Id.optional() }),
])

/** What the index holds: a piece of text of one side that can be opened at its place. */
export const Passage = z.strictObject({
	id: z.string().max(300),
	kind: PassageKind,
	side: Side,
	title: Line,
	/** Where it stands: the title of its document or comparison. */
	context: Line,
	text: Text,
	contentNotes: z.array(ContentNote),
	spoiler: z.boolean(),
	place: Place,
})

export const Hit = z.strictObject({
	id: z.string().max(300),
	kind: PassageKind,
	side: Side,
	title: Line,
	context: Line,
	/** A stretch of the passage around the first words found. */
	excerpt: Text,
	/** Where the found words stand in the excerpt: UTF-16 offsets, start and end. */
	marks: z.array(z.tuple([z.int(), z.int()])),
	score: z.number(),
	contentNotes: z.array(ContentNote),
	spoiler: z.boolean(),
	place: Place,
})

export const SearchAnswer = z.strictObject({
	fiction: z.array(Hit),
	reality: z.array(Hit),
	own: z.array(Hit),
	/** How many passages of each side were found before the limit cut the lists. */
	found: z.strictObject({ fiction: z.int(), reality: z.int(), own: z.int() }),
})

export const searchContract = {
	/** Ranked passages for a query as typed so far; the last word counts as a beginning. */
	query: base
		.input(z.strictObject({ query: z.string().max(400), limit: z.int().min(1).max(200).default(20) }))
		.output(SearchAnswer),
}

export type PassageKind = z.infer<typeof PassageKind>
export type Place = z.infer<typeof Place>
export type Passage = z.infer<typeof Passage>
export type Hit = z.infer<typeof Hit>
export type SearchAnswer = z.infer<typeof SearchAnswer>
