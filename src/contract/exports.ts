/** Exports: a reader's notes as a document with both sides cited. */
import { eventIterator } from '@orpc/contract'
import { Annotation } from './annotations.ts'
import { base } from './errors.ts'
import { z } from './jitless.ts'
import { Template, TemplateFault, TemplatePreview, TemplatePreviewRequest, TemplateText } from './templates.ts'
import { Id, Line } from './text.ts'
import { citationStyles, exportFormats } from './tokens.ts'

export const ExportFormat = z.enum(exportFormats)
export const CitationStyle = z.enum(citationStyles)

/** What is exported; without a word on it, all notes. */
const Scope = z.strictObject({
	ids: z.array(Annotation.shape.id).max(20_000).optional(),
	comparison: Id.optional(),
	document: Id.optional(),
})

export const ExportRequest = z.strictObject({
	title: Line.optional(),
	scope: Scope,
	format: ExportFormat,
	/** The id of a template: one that ships, or one of the reader's own. */
	layout: Id,
	/** A template that is kept nowhere, in place of that one. */
	template: TemplateText.optional(),
	style: CitationStyle,
})

/** What the reader has filled in where a reference lacks it: field by field, by the item's id. */
const FilledIn = z.record(z.string().max(200), z.record(z.string().max(40), Line))

/** What a reference lacks in the chosen style. */
export const Lack = z.strictObject({
	item: z.string().max(200),
	title: Line,
	field: z.string().max(40),
	sentence: Line,
})
/** The same, with what the reader has filled in for it; empty where nothing is. */
const Gap = Lack.extend({ value: Line })
const Check = z.strictObject({ notes: z.int(), lacks: z.array(Gap) })

/** How it will look: its beginning, where it is long. */
export const ExportPreview = z.strictObject({
	shown: z.discriminatedUnion('type', [
		/** A page that is whole in itself, with its style. */
		z.strictObject({ type: z.literal('page'), html: z.string() }),
		z.strictObject({ type: z.literal('text'), text: z.string() }),
		z.strictObject({ type: z.literal('table'), head: z.array(z.string()), rows: z.array(z.array(z.string())) }),
	]),
	/** Whether this is all of it. */
	whole: z.boolean(),
})

const Progress = z.strictObject({
	type: z.literal('progress'),
	/** Share of the work that is done, from 0 to 1. */
	share: z.number(),
	/** What is being done now. */
	doing: z.enum(['citing', 'writing', 'printing']),
})
const File = z.strictObject({
	/** To save it under, with its ending. */
	name: z.string().max(300),
	mediaType: z.string().max(200),
})
export const ExportStep = z.discriminatedUnion('type', [
	Progress,
	File.extend({
		type: z.literal('done'),
		/** In base64. */
		content: z.string(),
	}),
])

export const SaveStep = z.discriminatedUnion('type', [
	Progress,
	/** The reader closed the dialog that asks where. */
	z.strictObject({ type: z.literal('declined') }),
	z.strictObject({
		type: z.literal('saved'),
		name: z.string().max(300),
		bytes: z.int(),
		/** What `show` calls the file. */
		file: z.int(),
	}),
])

export const exportsContract = {
	/** How many notes it would be, and what their references lack. */
	check: base.input(ExportRequest).output(Check),
	preview: base.input(ExportRequest).output(ExportPreview),
	/** Makes the file; aborting the call ends the work. */
	run: base.input(ExportRequest).output(eventIterator(ExportStep)),
	/** Asks where, makes the file and writes it there: whole, or not at all. Needs the capability `saveFile`. */
	save: base.input(ExportRequest).output(eventIterator(SaveStep)),
	/** Shows a file that was saved since the start in its folder. Needs the capability `saveFile`. */
	show: base.input(z.strictObject({ file: z.int() })),
	/** Keeps what a reference lacks, for every export from now on; an empty value forgets it. Answers with what was there before. */
	fillIn: base.input(Gap.pick({ item: true, field: true, value: true })).output(Gap.pick({ value: true })),
}

/** The part that the library's thread does: it has the texts, and is told the notes and what colours are called. */
const Noted = z.strictObject({
	request: ExportRequest,
	annotations: z.array(Annotation),
	colourNames: z.record(z.string().max(20), Line),
	filledIn: FilledIn,
	/** The day of the export, `2026-11-22`. */
	date: z.string().max(10),
})
export const exportWork = {
	check: base.input(Noted).output(Check),
	/** What the file will be called and be of, and which annotations are in scope. */
	within: base.input(Noted).output(File.extend({ ids: z.array(Annotation.shape.id) })),
	preview: base.input(Noted).output(ExportPreview),
	make: base.input(Noted).output(eventIterator(ExportStep)),
}
/** The part of templates that it does. */
export const templateWork = {
	/** Those that ship. */
	shipped: base.output(z.array(Template)),
	/** The faults of each text. */
	check: base.input(z.strictObject({ texts: z.array(TemplateText) })).output(z.array(z.array(TemplateFault))),
	preview: base.input(Noted.extend({ request: TemplatePreviewRequest })).output(TemplatePreview),
}

export type ExportFormat = z.infer<typeof ExportFormat>
export type CitationStyle = z.infer<typeof CitationStyle>
export type ExportRequest = z.infer<typeof ExportRequest>
export type Check = z.infer<typeof Check>
export type Gap = z.infer<typeof Gap>
export type ExportPreview = z.infer<typeof ExportPreview>
export type ExportProgress = z.infer<typeof Progress>
export type FilledIn = z.infer<typeof FilledIn>
export type SaveStep = z.infer<typeof SaveStep>
export type ExportStep = z.infer<typeof ExportStep>
export type Lack = z.infer<typeof Lack>
