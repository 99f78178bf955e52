/** The library: packs, works, references, comparisons, and what a window may ask of them. */
import { eventIterator } from '@orpc/contract'
import { Source } from './annotations.ts'
import { Depiction, Document } from './document.ts'
import { base } from './errors.ts'
import { z } from './jitless.ts'
import { Id, Line, Text } from './text.ts'
import { ContentNote, CreatorRole, Dimension, Medium, Outcome, Side, Stance, Treatment, Verdict } from './words.ts'

export const Creator = z.union([
	z.strictObject({ family: Line, given: Line.optional(), role: CreatorRole }),
	z.strictObject({ literal: Line, role: CreatorRole }),
])

export const Work = z.strictObject({
	id: Id,
	title: Line,
	originalTitle: Line.optional(),
	/** Its title, or its episode’s, as APA and Harvard print titles: proper names alone have capitals. */
	sentenceCase: z.array(Line).optional(),
	creators: z.array(Creator),
	year: z.int().min(-3000).max(2200).nullable(),
	endYear: z.int().min(-3000).max(2200).optional(),
	medium: Medium,
	series: Line.optional(),
	unverified: z.literal(true).optional(),
	note: Text.optional(),
})

export const Topic = z.strictObject({ id: Id, title: Line, description: Text.optional() })

/** A published source: its CSL-JSON as the pack has it, and how it reads in the default style (APA 7). */
export const Reference = z.strictObject({
	id: Id,
	/** As cited in the text, without brackets: `Weiner & Avery-Clark, 2014`. */
	label: Line,
	/** The entry of a reference list, in runs; `emphasis` is set in italics. */
	entry: z.array(z.strictObject({ text: Text, emphasis: z.literal(true).optional() })),
	/** Where it can be found: DOI resolver address or URL. */
	link: z.string().max(2000).optional(),
	csl: z.record(z.string(), z.unknown()),
})

export const PassagePlace = z.strictObject({ document: Id, block: Id })

export const Point = z.strictObject({
	id: Id,
	dimension: Dimension,
	claim: Text,
	finding: Text,
	explanation: Text,
	references: z.array(Id),
	verdict: Verdict,
	question: Text,
	contentNotes: z.array(ContentNote),
	passages: z.strictObject({ fiction: z.array(PassagePlace), reality: z.array(PassagePlace) }),
	/** One for each depiction of the comparison's tropes, in the order of the texts. */
	stances: z.array(z.strictObject({ depiction: Id, stance: Stance, note: Text.optional() })),
})

export const Comparison = z.strictObject({
	id: Id,
	pack: Id,
	title: Line,
	summary: Text,
	tropes: z.array(Id),
	articles: z.array(Id),
	topics: z.array(Id),
	contentNotes: z.array(ContentNote),
	points: z.array(Point),
})

export const Pack = z.strictObject({
	id: Id,
	title: Line,
	version: z.string().max(40),
	language: z.string().max(20),
	licence: z.string().max(60),
	description: Text,
	authors: z.array(z.strictObject({ name: Line })),
	sources: z.array(
		z.strictObject({
			title: Line,
			author: Line.optional(),
			url: z.string().max(2000).optional(),
			note: Text.optional(),
		}),
	),
})

export const ItemKind = z.enum(['comparison', 'article', 'trope', 'depiction', 'work', 'reference'])

/** One row of a list; keys that do not apply to a kind are absent. */
export const LibraryItem = z.strictObject({
	id: Id,
	kind: ItemKind,
	title: Line,
	side: Side.optional(),
	summary: Text.optional(),
	topics: z.array(Id).optional(),
	contentNotes: z.array(ContentNote).optional(),
	work: Id.optional(),
	medium: Medium.optional(),
	year: z.int().nullable().optional(),
	treatment: Treatment.nullable().optional(),
	outcome: Outcome.optional(),
	trope: Id.optional(),
	spoiler: z.boolean().optional(),
	creators: Line.optional(),
	/** Names of a work's creators, each once. */
	people: z.array(Line).optional(),
	/** The points that a depiction takes a stance on. */
	stances: z.array(z.strictObject({ comparison: Id, point: Id, stance: Stance })).optional(),
	verdicts: z.array(Verdict).optional(),
	points: z.int().optional(),
	depictions: z.int().optional(),
})

/** A finding as an entry of its own: the point that it stands in. */
export const FindingEntry = z.strictObject({
	comparison: Id,
	comparisonTitle: Line,
	point: Id,
	dimension: Dimension,
	claim: Text,
	finding: Text,
	verdict: Verdict,
})

/** What a document needs beside it to be read: works and references that it names, comparisons that it stands in. */
const Surroundings = {
	works: z.array(Work),
	references: z.array(Reference),
	topics: z.array(Topic),
}

export const DocumentView = z.strictObject({
	document: Document,
	comparisons: z.array(z.strictObject({ id: Id, title: Line })),
	...Surroundings,
})
export const ComparisonView = z.strictObject({
	comparison: Comparison,
	documents: z.array(Document),
	...Surroundings,
})

/** A fault in a pack: where it is, what is wrong, what to do. Lines count from 1. */
export const Fault = z.strictObject({
	file: z.string().max(4000),
	line: z.int().min(1),
	message: Text,
})

export const CheckProgress = z.discriminatedUnion('type', [
	z.strictObject({ type: z.literal('progress'), done: z.int(), total: z.int(), file: z.string() }),
	z.strictObject({ type: z.literal('done'), faults: z.array(Fault), packs: z.int() }),
])

/** SHA-256 of a canonical text, in hexadecimal digits. */
const TextHash = z.string().length(64)

export const libraryContract = {
	/** Everything of one kind, or of all kinds, in reading order. */
	list: base.input(z.strictObject({ kind: ItemKind.optional() })).output(z.array(LibraryItem)),
	/** One entry whole, whatever its kind. */
	show: base
		.input(z.strictObject({ id: Id }))
		.output(
			z.discriminatedUnion('kind', [
				z.strictObject({ kind: z.literal('comparison'), item: Comparison }),
				z.strictObject({ kind: z.literal('article'), item: Document }),
				z.strictObject({ kind: z.literal('trope'), item: Document }),
				z.strictObject({ kind: z.literal('depiction'), item: Depiction }),
				z.strictObject({ kind: z.literal('work'), item: Work }),
				z.strictObject({ kind: z.literal('reference'), item: Reference }),
			]),
		),
	document: base.input(z.strictObject({ id: Id })).output(DocumentView),
	comparison: base.input(z.strictObject({ id: Id })).output(ComparisonView),
	/** The canonical text that selectors of a source count in, and its hash; a comparison's own is empty. */
	text: base.input(z.strictObject({ source: Source })).output(z.strictObject({ text: z.string(), hash: TextHash })),
	/** The hashes alone; a source that is not in the library is left out. */
	hashes: base
		.input(z.strictObject({ sources: z.array(Source).max(20_000) }))
		.output(z.array(z.strictObject({ source: Source, hash: TextHash }))),
	packs: base.output(z.array(Pack)),
	topics: base.output(z.array(Topic)),
	/** The findings of all comparisons, in their order. */
	findings: base.output(z.array(FindingEntry)),
	/** Checks pack folders (the bundled ones when none is named), file by file; the last event has the faults. */
	check: base
		.input(z.strictObject({ directories: z.array(z.string().max(4000)).max(50).optional() }))
		.output(eventIterator(CheckProgress)),
}

export type Creator = z.infer<typeof Creator>
export type Work = z.infer<typeof Work>
export type Topic = z.infer<typeof Topic>
export type Reference = z.infer<typeof Reference>
export type PassagePlace = z.infer<typeof PassagePlace>
export type Point = z.infer<typeof Point>
export type Comparison = z.infer<typeof Comparison>
export type Pack = z.infer<typeof Pack>
export type ItemKind = z.infer<typeof ItemKind>
export type LibraryItem = z.infer<typeof LibraryItem>
export type FindingEntry = z.infer<typeof FindingEntry>
export type DocumentView = z.infer<typeof DocumentView>
export type ComparisonView = z.infer<typeof ComparisonView>
export type Fault = z.infer<typeof Fault>
export type CheckProgress = z.infer<typeof CheckProgress>
