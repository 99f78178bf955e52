/** The card browser: finding cards, and acting on many at once. */
import { base } from '../errors.ts'
import { z } from '../jitless.ts'
import { Id, Line } from '../text.ts'
import { DeckId, DeckName } from './decks.ts'
import { CardId, ContentNote, NoteId, Tags } from './notes.ts'
import { cardOrders, cardStates, holds } from './words.ts'

/** What is looked for; each part narrows the others. */
export const CardFilter = z.strictObject({
	/** Words of the fields and tags, the last one as a beginning. */
	text: z.string().max(400).default(''),
	/** Those below it included. */
	deck: DeckId.optional(),
	tag: z.string().max(100).optional(),
	state: z.enum(cardStates).optional(),
	hold: z.enum(holds).optional(),
	/** `due` today, `leech`, `stale`, or made `today`. */
	only: z.enum(['due', 'leech', 'stale', 'today']).optional(),
	/** Cards of the notes made from this comparison. */
	comparison: Id.optional(),
})

export const CardRow = z.strictObject({
	id: CardId,
	note: NoteId,
	deck: DeckId,
	deckName: Line,
	typeName: Line,
	/** Name of the card’s template, or number of its gap. */
	name: Line,
	/** The first field as plain text, cut short. */
	text: z.string().max(300),
	tags: Tags,
	contentNotes: z.array(ContentNote),
	state: z.enum(cardStates),
	hold: z.enum(holds).nullable(),
	leech: z.boolean(),
	stale: z.boolean(),
	/** When it is due (milliseconds since 1970); null for a new card. */
	due: z.int().nullable(),
	interval: z.int(),
	reps: z.int(),
	lapses: z.int(),
	stability: z.number().nullable(),
	difficulty: z.number().nullable(),
	created: z.int(),
	modified: z.int(),
})

/** Cards by name, or all that a filter finds. */
const Which = z.union([
	z.strictObject({ ids: z.array(CardId).min(1).max(100_000) }),
	z.strictObject({ filter: CardFilter }),
])

export const CardAct = z.discriminatedUnion('act', [
	z.strictObject({ act: z.enum(['suspend', 'unsuspend', 'bury', 'unbury', 'reset', 'remove']) }),
	z.strictObject({ act: z.literal('move'), deck: z.union([DeckId, DeckName]) }),
	z.strictObject({ act: z.literal('tag'), add: Tags.default([]), remove: Tags.default([]) }),
])

export const browseContract = {
	/** A window on the cards that a filter finds. */
	find: base
		.input(
			z.strictObject({
				filter: CardFilter,
				order: z.enum(cardOrders).default('created'),
				descending: z.boolean().default(false),
				offset: z.int().min(0).default(0),
				limit: z.int().min(1).max(500),
			}),
		)
		.output(z.strictObject({ total: z.int(), rows: z.array(CardRow) })),
	tags: base.output(z.array(z.strictObject({ tag: Line, notes: z.int() }))),
	/** Acts on cards; `remove` takes whole notes. The token undoes it for 30 days. */
	act: base
		.input(z.strictObject({ which: Which, act: CardAct }))
		.output(z.strictObject({ token: z.int(), cards: z.int() })),
	/** Undoes an act, a removal or an import. */
	undo: base.input(z.strictObject({ token: z.int() })).output(z.strictObject({ cards: z.int() })),
}

export type CardFilter = z.infer<typeof CardFilter>
export type CardRow = z.infer<typeof CardRow>
export type CardAct = z.infer<typeof CardAct>
