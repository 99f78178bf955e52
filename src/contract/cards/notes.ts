/** Notes, as Anki means the word: fields from which one card or several are made. */
import { Selector, Source } from '../annotations.ts'
import { base } from '../errors.ts'
import { z } from '../jitless.ts'
import { Id, Line, Text } from '../text.ts'
import { contentNotes } from '../tokens.ts'
import { DeckId, DeckName } from './decks.ts'
import { markups, shippedNoteTypes } from './words.ts'

export const NoteId = z.int().min(1)
export const CardId = z.int().min(1)
export const NoteTypeId = z.int().min(1)
export const Tags = z.array(z.string().regex(/^\S{1,100}$/, 'a tag without spaces')).max(100)
export const ContentNote = z.enum(contentNotes)

export const NoteType = z.strictObject({
	id: NoteTypeId,
	name: Line,
	/** One of those that ship. */
	shipped: z.enum(shippedNoteTypes).optional(),
	/** Of `cloze` each gap makes a card, of `standard` each template. */
	kind: z.enum(['standard', 'cloze']),
	markup: z.enum(markups),
	fields: z.array(Line).min(1).max(200),
	templates: z
		.array(z.strictObject({ name: Line, front: Text, back: Text }))
		.min(1)
		.max(200),
})

/** Where a note was made from, and the words that stood there then. */
export const NoteSource = z.strictObject({
	source: Source,
	selector: Selector.optional(),
	/** The block that it begins in, where it opens. */
	block: Id.optional(),
	/** The annotation that it was made from. */
	annotation: z.string().max(1000).optional(),
	/** Field by field, what the source said when the note was made, in Markdown: where it says something else now, the note is stale. */
	wording: z.record(Line, Text),
})

export const NoteDraft = z.strictObject({
	type: z.enum(shippedNoteTypes),
	fields: z.array(Text).min(1).max(20),
	tags: Tags,
	contentNotes: z.array(ContentNote).max(12).default([]),
	source: NoteSource.optional(),
})

export const CardNote = z.strictObject({
	id: NoteId,
	/** Anki’s own name for it; the same in every collection. */
	guid: z.string().min(1).max(200),
	type: NoteTypeId,
	fields: z.array(Text).min(1).max(200),
	tags: Tags,
	contentNotes: z.array(ContentNote),
	source: NoteSource.optional(),
	/** What its source says now, where that is something else. */
	stale: z.record(Line, Text).optional(),
	cards: z.array(CardId),
	created: z.int(),
	modified: z.int(),
})

/** One side of a card and the other: HTML that is safe to show, its pictures (`img[data-media]`) named and not yet fetched. */
export const Face = z.strictObject({
	front: Text,
	back: Text,
	/** The front stays above the back; otherwise the back takes its place. */
	together: z.boolean(),
})

/** What a card can be made from. */
const Origin = z.discriminatedUnion('from', [
	z.strictObject({ from: z.literal('annotation'), id: z.string().min(1).max(1000) }),
	z.strictObject({ from: z.literal('point'), comparison: Id, point: Id }),
	z.strictObject({ from: z.literal('comparison'), comparison: Id }),
])

export const notesContract = {
	types: base.output(z.array(NoteType)),
	/** What cards a source would make, for the reader to look over; nothing is kept. A highlight gives a basic one and a cloze. */
	suggest: base.input(Origin).output(z.array(NoteDraft.extend({ deck: DeckName, title: Line, same: z.array(NoteId) }))),
	/** How the cards of a note of a type would look. @see Face */
	preview: base
		.input(z.strictObject({ type: z.union([z.enum(shippedNoteTypes), NoteTypeId]), fields: z.array(Text).max(200) }))
		.output(z.array(Face.extend({ name: Line }))),
	/** Notes whose first field says the same. */
	duplicates: base
		.input(z.strictObject({ type: z.enum(shippedNoteTypes), first: Text, except: NoteId.optional() }))
		.output(z.array(CardNote)),
	/** Makes notes with their cards, all or none. The deck is made where it is not there. */
	create: base
		.input(
			z.strictObject({
				deck: z.union([DeckId, DeckName]),
				comparison: Id.optional(),
				notes: z.array(NoteDraft).min(1).max(500),
			}),
		)
		.output(z.array(CardNote)),
	show: base.input(z.strictObject({ ids: z.array(NoteId).min(1).max(500) })).output(z.array(CardNote)),
	/** Changes what is named and leaves the rest; gaps that are gone take their cards along, new ones make cards. */
	change: base
		.input(
			z.strictObject({
				id: NoteId,
				fields: CardNote.shape.fields.optional(),
				tags: Tags.optional(),
				contentNotes: CardNote.shape.contentNotes.optional(),
			}),
		)
		.output(CardNote),
	/** Puts notes and their cards into the trash; `cards.undo` brings them back for 30 days. */
	remove: base
		.input(z.strictObject({ ids: z.array(NoteId).min(1).max(100_000) }))
		.output(z.strictObject({ token: z.int(), removed: z.int() })),
	/** Notes whose source says something else by now. */
	stale: base.output(z.array(CardNote)),
	/** Ends a staleness: takes the new wording over, or keeps the old one and knows the new. `cards.browse.undo` takes the token. */
	settle: base
		.input(z.strictObject({ id: NoteId, how: z.enum(['take', 'keep']) }))
		.output(z.strictObject({ note: CardNote, token: z.int() })),
	/** A picture of the workspace, in base64. */
	media: base
		.input(z.strictObject({ name: z.string().min(1).max(500) }))
		.output(z.strictObject({ mediaType: z.string().max(100), content: z.string() })),
}

export type NoteType = z.infer<typeof NoteType>
export type NoteSource = z.infer<typeof NoteSource>
export type NoteDraft = z.infer<typeof NoteDraft>
export type CardNote = z.infer<typeof CardNote>
export type Face = z.infer<typeof Face>
export type CardOrigin = z.infer<typeof Origin>
