/** Documents: an article or a trope as an ordered list of blocks. Their canonical text is what selectors count in. */
import { z } from './jitless.ts'
import { Id, Line, Text } from './text.ts'
import { ContentNote, Outcome, Treatment } from './words.ts'

/** A run of text with one set of marks, or a citation (which adds nothing to the canonical text). */
export const Inline = z.discriminatedUnion('type', [
	z.strictObject({
		type: z.literal('text'),
		text: Text,
		emphasis: z.literal(true).optional(),
		strong: z.literal(true).optional(),
		href: z.string().max(2000).optional(),
	}),
	z.strictObject({
		type: z.literal('citation'),
		items: z.array(z.strictObject({ reference: Id, locator: Line.optional() })).min(1),
	}),
])

/** `start` and `end` are UTF-16 offsets into the canonical text: the blocks' texts joined by one line feed. */
export const Block = z.strictObject({
	id: Id,
	type: z.enum(['heading', 'paragraph', 'list-item', 'quote']),
	/** Heading level (2 to 6) or list depth (1 and up). */
	level: z.int().min(1).max(6).optional(),
	ordered: z.boolean().optional(),
	inlines: z.array(Inline),
	start: z.int().min(0),
	end: z.int().min(0),
	/** Id of the heading block it stands under, if any. */
	section: Id.optional(),
	/** Id of the depiction it tells, if any. */
	depiction: Id.optional(),
	contentNotes: z.array(ContentNote),
})

export const Depiction = z.strictObject({
	id: Id,
	trope: Id,
	work: Id,
	treatment: Treatment.nullable(),
	outcome: Outcome,
	contentNotes: z.array(ContentNote),
	/** It gives away an ending. */
	spoiler: z.boolean(),
	/** Told as far as the source text tells it; not checked elsewhere. */
	unverified: z.boolean(),
	/** The depiction it is nested in. */
	parent: Id.optional(),
	section: Id.optional(),
	/** Canonical text of its own blocks. */
	text: Text,
})

export const DocumentKind = z.enum(['article', 'trope'])

export const Document = z.strictObject({
	id: Id,
	kind: DocumentKind,
	pack: Id,
	title: Line,
	summary: Text,
	topics: z.array(Id),
	contentNotes: z.array(ContentNote),
	aliases: z.array(Line),
	related: z.array(z.strictObject({ title: Line, id: Id.optional(), note: Text })),
	blocks: z.array(Block),
	depictions: z.array(Depiction),
})

export type Inline = z.infer<typeof Inline>
export type Block = z.infer<typeof Block>
export type Depiction = z.infer<typeof Depiction>
export type Document = z.infer<typeof Document>
export type DocumentKind = z.infer<typeof DocumentKind>
