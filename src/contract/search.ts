/** Search over the library's passages, in two columns: fiction and reality; own notes come as a third. */
import { base } from './errors.ts'
import { z } from './jitless.ts'
import { Id, Line, Text } from './text.ts'
import { ContentNote, Medium, Side } from './words.ts'

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
	/** What results can be narrowed by, beside the kind. */
	medium: Medium.optional(),
	/** `1990` for the 1990s. */
	decade: z.string().max(10).optional(),
	topics: z.array(Id),
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

/** Choices by facet: any of a facet's values will do, every facet must be met. */
export const SearchChoice = z
	.strictObject({
		kind: z.array(PassageKind).max(20),
		medium: z.array(Medium).max(20),
		decade: z.array(z.string().max(10)).max(100),
		topic: z.array(Id).max(200),
	})
	.partial()

export const searchFacetKeys = ['kind', 'medium', 'decade', 'topic'] as const

/** What became of a word that stands nowhere in the library. */
export const Reading = z.strictObject({
	/** The word as typed. */
	typed: z.string().max(400),
	/** Whether it was searched as `words`; otherwise they are only offered. */
	taken: z.boolean(),
	/** Words of the library that it may stand for, the likeliest first. */
	words: z.array(z.string().max(400)),
})

export const SearchAnswer = z.strictObject({
	fiction: z.array(Hit),
	reality: z.array(Hit),
	own: z.array(Hit),
	/** How many passages of each side were found before the limit cut the lists. */
	found: z.strictObject({ fiction: z.int(), reality: z.int(), own: z.int() }),
	/** Values of what was found, counted with the choices made in the other facets. */
	facets: z.array(
		z.strictObject({
			key: z.enum(searchFacetKeys),
			values: z.array(z.strictObject({ value: z.string(), count: z.int(), chosen: z.boolean() })),
		}),
	),
	readings: z.array(Reading),
})

export const searchContract = {
	/** Ranked passages for a query as typed so far: words, of which the last counts as a beginning, and "phrases". */
	query: base
		.input(
			z.strictObject({
				query: z.string().max(400),
				limit: z.int().min(1).max(200).default(20),
				only: SearchChoice.default({}),
			}),
		)
		.output(SearchAnswer),
}

export type PassageKind = z.infer<typeof PassageKind>
export type Place = z.infer<typeof Place>
export type Passage = z.infer<typeof Passage>
export type Hit = z.infer<typeof Hit>
export type SearchChoice = z.infer<typeof SearchChoice>
export type SearchFacetKey = (typeof searchFacetKeys)[number]
export type Reading = z.infer<typeof Reading>
export type SearchAnswer = z.infer<typeof SearchAnswer>
