/** Presentations: slides made from a comparison, or by hand. What stands on them was copied from the library and may be edited. */
import { eventIterator } from '@orpc/contract'
import { Document } from '../document.ts'
import { base } from '../errors.ts'
import { ExportStep, SaveStep } from '../exports.ts'
import { z } from '../jitless.ts'
import { Reference } from '../library.ts'
import { Id, Line, Text } from '../text.ts'
import { pollTypes, presentationFormats, slideSteps, slideThemes } from '../tokens.ts'
import { ContentNote, Dimension, Stance, Verdict } from '../words.ts'

export const PresentationId = z.uuid()
/** One slide within its presentation; it stays when slides are put into another order. */
export const SlideId = z.string().regex(/^[a-z0-9-]{1,60}$/, 'an id of lower-case letters, digits and hyphens')
export const SlideStep = z.enum(slideSteps)
export const SlideTheme = z.enum(slideThemes)
/** SHA-256 of the picture, in hexadecimal digits. Markdown names it as `![what is seen](image:HASH)`. */
export const ImageId = z.string().regex(/^[0-9a-f]{64}$/, 'the name of a picture')

export const OptionId = z.string().min(1).max(60)
export const Poll = z.strictObject({
	type: z.enum(pollTypes),
	question: Line,
	/** Those of a choice. Of the other types they are known: `myth`, `fact`; the verdicts; of a word there are none. */
	options: z.array(z.strictObject({ id: OptionId, label: Line })).max(10),
	/** The option that is right; null where none is. */
	answer: OptionId.nullable(),
})

/** A passage in the midst of its neighbours, as it is opened at the reveal. */
export const SlidePassage = z.strictObject({
	document: Id,
	block: Id,
	title: Line,
	blocks: z.array(z.strictObject({ id: Id, type: Document.shape.blocks.element.shape.type, text: Text })).max(20),
	contentNotes: z.array(ContentNote),
})
export const SlideDepiction = z.strictObject({
	id: Id,
	/** Title and year: `Spellbound (1945)`. */
	work: Line,
	stance: Stance,
	text: Text,
	contentNotes: z.array(ContentNote),
	spoiler: z.boolean(),
})
export const SlideReference = Reference.pick({ id: true, label: true, entry: true, link: true })

const common = {
	id: SlideId,
	/** What the speaker alone sees, as Markdown. */
	notes: Text,
	/** What the presenter is warned of before the room sees it. */
	contentNotes: z.array(ContentNote),
	/** How long it is meant to take. */
	minutes: z.int().min(1).max(180).nullable(),
	/** The steps after `open`, of those that its type can have; their order is always the same. */
	steps: z.array(SlideStep.exclude(['open'])),
}

export const Slide = z.discriminatedUnion('type', [
	z.strictObject({ type: z.literal('title'), ...common, heading: Line, text: Text }),
	/** Steps: vote, discuss, revote, reveal, evidence, discussion. */
	z.strictObject({
		type: z.literal('point'),
		...common,
		/** Where it was made from. */
		source: z.strictObject({
			comparison: Id,
			point: Id,
			/** What the library said then, as a checksum of each thing: tells the presenter’s own words from what the library says anew. */
			made: z.record(z.string().max(140), z.string().max(20)).optional(),
		}),
		dimension: Dimension,
		claim: Text,
		finding: Text,
		explanation: Text,
		verdict: Verdict,
		/** To be discussed. */
		question: Text,
		poll: Poll,
		depictions: z.array(SlideDepiction),
		references: z.array(SlideReference),
		fiction: SlidePassage.nullable(),
		reality: SlidePassage.nullable(),
	}),
	/** Markdown of one's own, with pictures. */
	z.strictObject({ type: z.literal('text'), ...common, heading: Line, text: Text }),
	/** A question to talk about. */
	z.strictObject({ type: z.literal('question'), ...common, question: Line, text: Text }),
	/** Steps: vote, discuss, revote, reveal. */
	z.strictObject({
		type: z.literal('poll'),
		...common,
		poll: Poll,
		/** Shown with the results. */
		explanation: Text,
	}),
	z.strictObject({ type: z.literal('references'), ...common, heading: Line, references: z.array(SlideReference) }),
])

export const Presentation = z.strictObject({
	id: PresentationId,
	title: Line.min(1),
	/** The comparison that it was made from. */
	comparison: Id.nullable(),
	theme: SlideTheme,
	slides: z
		.array(Slide)
		.max(300)
		.refine((slides) => new Set(slides.map(({ id }) => id)).size === slides.length, 'each slide has an id of its own'),
	/** Milliseconds since 1970, UTC. */
	created: z.int(),
	modified: z.int(),
})
export const PresentationEntry = Presentation.omit({ slides: true }).extend({
	slides: z.int(),
	contentNotes: z.array(ContentNote),
})

/** A picture: PNG, JPEG, GIF, WebP; anything else is refused. */
export const Picture = z.strictObject({
	mediaType: z.enum(['image/png', 'image/jpeg', 'image/gif', 'image/webp']),
	/** In base64. */
	content: z.string().max(900_000),
})

const ExportRequest = z.strictObject({ id: PresentationId, format: z.enum(presentationFormats) })

export const presentationsContract = {
	/** Those that are not in the trash, the one changed last first. */
	list: base.output(z.array(PresentationEntry)),
	show: base.input(z.strictObject({ id: PresentationId })).output(Presentation),
	create: base
		.input(Presentation.pick({ title: true, comparison: true, theme: true, slides: true }))
		.output(Presentation),
	/**
	 * Changes what is named. `modified` is what the changing window has seen: where it was changed elsewhere since, the answer is
	 * CONFLICT and nothing changes.
	 */
	change: base
		.input(
			Presentation.pick({ title: true, theme: true, slides: true })
				.partial()
				.extend({ id: PresentationId, modified: z.int() }),
		)
		.output(Presentation),
	duplicate: base.input(z.strictObject({ id: PresentationId })).output(Presentation),
	/** Puts one into the trash; `restore` brings it back for 30 days. */
	remove: base.input(z.strictObject({ id: PresentationId })),
	restore: base.input(z.strictObject({ id: PresentationId })).output(Presentation),
	/** Keeps a picture once, however often it is used; whatever the file calls itself, what is none of those pictures is refused. */
	addImage: base.input(Picture.extend({ mediaType: z.string().max(200) })).output(z.strictObject({ id: ImageId })),
	image: base.input(z.strictObject({ id: ImageId })).output(Picture),
	/** Makes the file; aborting the call ends the work. */
	export: base.input(ExportRequest).output(eventIterator(ExportStep)),
	/** Asks where, makes the file and writes it there. Needs the capability `saveFile`; `exports.show` shows it. */
	save: base.input(ExportRequest).output(eventIterator(SaveStep)),
}

/** The part that the library's thread does. */
export const presentationWork = {
	make: base
		.input(
			z.strictObject({
				presentation: Presentation,
				format: z.enum(presentationFormats),
				images: z.record(ImageId, Picture),
			}),
		)
		.output(eventIterator(ExportStep)),
}

export type Poll = z.infer<typeof Poll>
export type SlideStep = z.infer<typeof SlideStep>
export type SlideTheme = z.infer<typeof SlideTheme>
export type SlidePassage = z.infer<typeof SlidePassage>
export type SlideDepiction = z.infer<typeof SlideDepiction>
export type SlideReference = z.infer<typeof SlideReference>
export type Slide = z.infer<typeof Slide>
export type PointSlide = Extract<Slide, { type: 'point' }>
export type Presentation = z.infer<typeof Presentation>
export type PresentationEntry = z.infer<typeof PresentationEntry>
export type PresentationFormat = (typeof presentationFormats)[number]
export type Picture = z.infer<typeof Picture>
