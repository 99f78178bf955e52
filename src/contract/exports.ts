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
	/** What the reader has filled in where a reference lacks it: field by field, by the item's id. */
	filledIn: z.record(z.string().max(200), z.record(z.string().max(40), Line)).default({}),
})

/** What a reference lacks in the chosen style. */
export const Lack = z.strictObject({
	item: z.string().max(200),
	title: Line,
	field: z.string().max(40),
	sentence: Line,
})

export const ExportStep = z.discriminatedUnion('type', [
	/** Share of the work that is done, from 0 to 1. */
	z.strictObject({ type: z.literal('progress'), share: z.number() }),
	z.strictObject({
		type: z.literal('done'),
		/** A name to save it under, with its ending. */
		name: z.string().max(300),
		mediaType: z.string().max(200),
		/** The file, in base64. */
		content: z.string(),
	}),
])

export const exportsContract = {
	/** How many notes it would be, and what their references lack. */
	check: base.input(ExportRequest).output(z.strictObject({ notes: z.int(), lacks: z.array(Lack) })),
	/** Makes the file; aborting the call ends the work. */
	run: base.input(ExportRequest).output(eventIterator(ExportStep)),
}

/** The part that the library's thread does: it has the texts, and is told the notes and what colours are called. */
const Noted = z.strictObject({
	request: ExportRequest,
	annotations: z.array(Annotation),
	colourNames: z.record(z.string().max(20), Line),
	/** The day of the export, `2026-11-22`. */
	date: z.string().max(10),
})
export const exportWork = {
	check: base.input(Noted).output(z.strictObject({ notes: z.int(), lacks: z.array(Lack) })),
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
export type ExportStep = z.infer<typeof ExportStep>
export type Lack = z.infer<typeof Lack>
