/** Decks: what is learned together, and how much of it a day. */
import { base } from '../errors.ts'
import { z } from '../jitless.ts'
import { Id } from '../text.ts'

export const DeckId = z.int().min(1)
/** Levels stand apart by `::`, as in Anki. */
export const DeckName = z
	.string()
	.trim()
	.min(1)
	.max(300)
	.regex(/^(?!::)(?:(?!::::)[^\p{Cc}])+(?<!::)$/u, 'a name, or names of levels with :: between them')

/** A day of the reader’s calendar, `2026-11-22`. */
export const Day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'a day such as 2026-11-22')

export const DeckSettings = z.strictObject({
	newPerDay: z.int().min(0).max(9999),
	reviewsPerDay: z.int().min(0).max(9999),
	/** The day by which all of it is to be known. */
	exam: Day.nullable(),
})

/** Cards by what they are today. */
export const DueCounts = z.strictObject({
	/** New cards that the day has room for. */
	new: z.int(),
	/** In learning steps. */
	learning: z.int(),
	/** Reviews that are due, as many as the day has room for. */
	review: z.int(),
})

export const Deck = z.strictObject({
	id: DeckId,
	name: DeckName,
	/** The comparison whose cards it holds. */
	comparison: Id.optional(),
	settings: DeckSettings,
	/** Its own, without those of decks below it. */
	due: DueCounts,
	/** All that are due, whether the day has room or not. */
	overdue: z.int(),
	cards: z.int(),
})

const Token = z.strictObject({ token: z.int() })

export const decksContract = {
	/** All decks by name. */
	list: base.output(z.array(Deck)),
	create: base
		.input(z.strictObject({ name: DeckName, comparison: Id.optional(), settings: DeckSettings.partial().optional() }))
		.output(Deck),
	/** Renaming a deck renames those below it. */
	change: base
		.input(z.strictObject({ id: DeckId, name: DeckName.optional(), settings: DeckSettings.partial().optional() }))
		.output(Deck),
	/** Puts a deck, those below it and their cards into the trash; `cards.undo` with the token brings them back for 30 days. */
	remove: base.input(z.strictObject({ id: DeckId })).output(Token.extend({ cards: z.int() })),
}

export type Day = z.infer<typeof Day>
export type DeckSettings = z.infer<typeof DeckSettings>
export type DueCounts = z.infer<typeof DueCounts>
export type Deck = z.infer<typeof Deck>
