/** What a reader marks and writes: W3C Web Annotations (https://www.w3.org/TR/annotation-model/), as windows see them. */
import { eventIterator } from '@orpc/contract'
import { base } from './errors.ts'
import { z } from './jitless.ts'
import { Line, Text } from './text.ts'
import { groupings, highlightColours, motivations, noteFacetKeys, relations } from './tokens.ts'

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
export const Ids = z.strictObject({ ids: z.array(Annotation.shape.id).min(1).max(20_000) })

/** The longest file that is taken in, in characters. */
export const largestFile = 50_000_000

const FacetKey = z.enum(noteFacetKeys)
const FacetValue = z.string().max(300)

/** What a notebook shows, and how. */
export const NotebookQuery = z.strictObject({
	by: z.enum(groupings),
	/** Within a facet any of its values will do; every facet must be met. */
	choice: z.partialRecord(FacetKey, z.array(FacetValue).max(500)),
	/** Words that must all be in it, the last one as a beginning. */
	words: z.string().max(400),
	/** One that stays whatever is chosen: it is being written. */
	also: Annotation.shape.id.optional(),
})

export const Notebook = z.strictObject({
	/** How many there are, chosen or not, and how many of them wait: their passage may have moved, or is gone. */
	total: z.int(),
	waiting: z.int(),
	/** What it can be narrowed by, with counts that follow the choices made in the other facets. */
	facets: z.array(
		z.strictObject({
			key: FacetKey,
			values: z.array(z.strictObject({ value: FacetValue, count: z.int(), chosen: z.boolean() })),
		}),
	),
	/** What is shown, in its order. One may stand in two groups. */
	groups: z.array(z.strictObject({ key: z.string().max(300), ids: z.array(Annotation.shape.id) })),
})

/** Characters of a file that fit into one message, however they are written in it. */
export const largestPart = 150_000

const Part = z.strictObject({
	/** A name that the sender makes up. */
	upload: z.string().min(1).max(100),
	/** Where in the file it stands, in characters. */
	at: z.int().min(0).max(largestFile),
	text: z.string().max(largestPart),
})
const Token = z.strictObject({ token: z.int() })

/** Share of the work that is done, from 0 to 1. */
const Progress = z.strictObject({ type: z.literal('progress'), share: z.number() })
export const ImportStep = z.discriminatedUnion('type', [
	Progress,
	z.strictObject({
		type: z.literal('done'),
		added: z.int(),
		changed: z.int(),
		unchanged: z.int(),
		/** Of those added and changed, how many are about a text that the library does not have. */
		elsewhere: z.int(),
		warnings: z.array(Line),
		/** With it the import can be taken back for 30 days; none where nothing was changed. */
		token: z.int().optional(),
	}),
])
const ExportPart = z.discriminatedUnion('type', [
	Progress,
	z.strictObject({ type: z.literal('part'), text: z.string() }),
	z.strictObject({ type: z.literal('done'), annotations: z.int() }),
])

export const annotationsContract = {
	/** What a notebook shows, without what it says: `list` has that. */
	notebook: base.input(NotebookQuery).output(Notebook),
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
	/** Notes whose first words hold all of these (the last one as a beginning), those that begin with them first. */
	titles: base
		.input(z.strictObject({ words: z.string().max(400), limit: z.int().min(1).max(100) }))
		.output(z.array(z.strictObject({ id: Annotation.shape.id, title: Line }))),
	/** A W3C annotation page as JSON-LD, part by part; foreign fields of what was imported are in it. */
	export: base.input(Ids.partial()).output(eventIterator(ExportPart)),
	/** One part of a file that is to be taken in, in order; `contract/upload.ts` sends them. */
	upload: base.input(Part).output(z.strictObject({ length: z.int() })),
	/**
	 * Takes annotations of a file in, all or none. What is there already (by id) and is not newer stays. A dry run changes nothing.
	 * The file has to be sent again for the next run. Aborting the call ends the work, and nothing is changed.
	 */
	import: base
		.input(z.strictObject({ upload: Part.shape.upload, dryRun: z.boolean().default(false) }))
		.output(eventIterator(ImportStep)),
	/** Takes a whole import back: what was new goes into the trash, what was changed is as it was. `again` does it once more. */
	takeBack: base
		.input(Token.extend({ again: z.boolean().default(false) }))
		.output(z.strictObject({ annotations: z.int() })),
}

export type Source = z.infer<typeof Source>
export type Selector = z.infer<typeof Selector>
export type Target = z.infer<typeof Target>
export type Motivation = z.infer<typeof Motivation>
export type HighlightColour = z.infer<typeof HighlightColour>
export type Relation = z.infer<typeof Relation>
export type ImportStep = z.infer<typeof ImportStep>
export type ImportDone = Extract<ImportStep, { type: 'done' }>
export type ExportPart = z.infer<typeof ExportPart>
export type NotebookQuery = z.infer<typeof NotebookQuery>
export type Notebook = z.infer<typeof Notebook>
export type Annotation = z.infer<typeof Annotation>
export type AnnotationDraft = z.input<typeof Draft>
