/** What a reader marks and writes: W3C Web Annotations (https://www.w3.org/TR/annotation-model/), as windows see them. */
import { base } from './errors.ts'
import { z } from './jitless.ts'
import { Line, Text } from './text.ts'
import { highlightColours, motivations, relations } from './tokens.ts'

/** What an annotation is about: a text, a comparison, a point of it. The path of an address inside the program. */
export const Source = z
	.string()
	.max(300)
	.regex(
		/^(?:read\/[a-z0-9-]+|compare\/[a-z0-9-]+(?:\/[a-z0-9-]+)?)$/,
		'read/<text>, compare/<comparison> or compare/<comparison>/<point>',
	)

/** A passage of a source's canonical text: a TextQuoteSelector and a TextPositionSelector in one. Offsets are UTF-16 units. */
export const Selector = z.strictObject({
	exact: z.string().min(1).max(20_000),
	prefix: z.string().max(200),
	suffix: z.string().max(200),
	start: z.int().min(0),
	end: z.int().min(0),
})

export const Target = z.strictObject({
	source: Source,
	/** Without it the annotation is about the whole source. */
	selector: Selector.optional(),
	/**
	 * `anchored`: the passage stands where it says. `review`: the text has changed, and `proposal` is where it may stand now.
	 * `orphan`: it is not found; the quote is kept. `detached`: the reader let it be an orphan for good.
	 */
	state: z.enum(['anchored', 'review', 'orphan', 'detached']),
	proposal: Selector.optional(),
})

export const Motivation = z.enum(motivations)
export const HighlightColour = z.enum(highlightColours)
export const Relation = z.enum(relations)

/** What a reader says with an annotation. */
const Content = z.strictObject({
	motivation: Motivation,
	colour: HighlightColour,
	/** Of a link: what its first passage does with its second. */
	relation: Relation.optional(),
	/** Markdown. */
	comment: Text,
	tags: z.array(z.string().min(1).max(100)).max(50),
})

export const Annotation = Content.extend({
	/** An IRI; ours are `urn:uuid:…`. */
	id: z.string().min(1).max(1000),
	/** None for a free note, one for a mark, two for a link. */
	targets: z.array(Target).max(2),
	/** Milliseconds since 1970, UTC. */
	created: z.int(),
	modified: z.int(),
})

const Draft = Content.extend({ targets: z.array(Target.pick({ source: true, selector: true })).max(2) })
const Ids = z.strictObject({ ids: z.array(Annotation.shape.id).min(1).max(20_000) })

export const annotationsContract = {
	/** Those that touch any of the sources (all of them without any), in the order in which they were made; anchored anew where a text has changed. */
	list: base
		.input(
			z.strictObject({
				sources: z.array(Source).max(50).optional(),
				/** Those of these that are there, whatever they touch. */
				ids: Ids.shape.ids.optional(),
			}),
		)
		.output(z.array(Annotation)),
	/** Those made last, newest first. */
	recent: base.input(z.strictObject({ limit: z.int().min(1).max(100) })).output(z.array(Annotation)),
	create: base.input(Draft).output(Annotation),
	/** Changes what is named and leaves the rest; new targets are a reselection. */
	change: base
		.input(
			Draft.partial().extend({
				id: Annotation.shape.id,
				/** A quote that does not stand where it says is looked for, and not refused: a step that is undone brings such a one back. */
				lookAgain: z.boolean().optional(),
			}),
		)
		.output(Annotation),
	/** Puts them into the trash; `restore` brings them back for 30 days. */
	remove: base.input(Ids).output(z.strictObject({ removed: z.int() })),
	restore: base.input(Ids).output(z.array(Annotation)),
	/** Settles a target that is in review or orphaned: takes the proposal, or lets it be. What was let be can be opened again. */
	settle: base
		.input(
			z.strictObject({
				id: Annotation.shape.id,
				target: z.int().min(0).max(1),
				how: z.enum(['accept', 'detach', 'reopen']),
			}),
		)
		.output(Annotation),
	/** Ids and full text of those that hold all the words (the last one as a beginning), best first. */
	search: base
		.input(z.strictObject({ query: z.string().max(400), limit: z.int().min(1).max(20_000) }))
		.output(z.array(Annotation.shape.id)),
	/** A W3C annotation page as JSON-LD; foreign fields of what was imported are in it. */
	export: base.input(Ids.partial()).output(z.strictObject({ text: z.string() })),
	/** Takes annotations in, all or none. What is there already (by id) and is not newer stays. */
	import: base.input(z.strictObject({ text: z.string().max(50_000_000), dryRun: z.boolean().default(false) })).output(
		z.strictObject({
			added: z.array(Annotation.shape.id),
			changed: z.int(),
			unchanged: z.int(),
			warnings: z.array(Line),
		}),
	),
}

export type Source = z.infer<typeof Source>
export type Selector = z.infer<typeof Selector>
export type Target = z.infer<typeof Target>
export type Motivation = z.infer<typeof Motivation>
export type HighlightColour = z.infer<typeof HighlightColour>
export type Relation = z.infer<typeof Relation>
export type Annotation = z.infer<typeof Annotation>
export type AnnotationDraft = z.input<typeof Draft>
