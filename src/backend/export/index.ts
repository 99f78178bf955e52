/** Exports: notes laid out, cited, and written in one of the formats. Heavy libraries are loaded by the first export that needs them. */
import type { ExportFormat } from '#contract/exports.ts'
import { isReferenceFormat } from '#domain/citations/formats.ts'
import type { StyleId } from '#domain/citations/styles.ts'
import type { ExportInput } from '#domain/export/input.ts'
import type { LayoutId } from '#domain/export/layouts/labels.ts'
import { legendOf } from '#domain/export/legend.ts'
import { noteSources } from '#domain/export/sources.ts'
import { noteTable } from '#domain/export/table.ts'
import { toCsv } from '#domain/tables/table.ts'
import { shareable, writeWhole } from '../data-folder/durable.ts'
import { Failure } from '../failure.ts'
import { shippedTemplates } from '../templates/shipped.ts'
import type { PrintPdf } from './pdf.ts'
import { type ExportOptions, stopIfAsked } from './progress.ts'

export interface ExportRequest {
	input: ExportInput
	/** The template that makes a document of it: one that ships, or a text. */
	layout: LayoutId | { text: string }
	style: StyleId
	format: ExportFormat
}
/** What the host lends to an export. */
export interface ExportHost {
	/** Where the files of resources/styles are. */
	stylesFolder: string
	/** Where the files of resources/templates are. */
	templatesFolder: string
	print: PrintPdf
}

/**
 * Makes an export.
 * @returns the file’s content
 * @throws Failure when it was cancelled, the template has a fault, or the host cannot print a PDF
 */
export async function exported(
	{ input, layout, style, format }: ExportRequest,
	{ stylesFolder, templatesFolder, print }: ExportHost,
	options: ExportOptions = {},
): Promise<string | Uint8Array> {
	stopIfAsked(options)
	// A byte order mark, without which Excel takes the file for another alphabet.
	if (format === 'csv') return `\ufeff${toCsv(noteTable(input))}`
	if (isReferenceFormat(format)) {
		const sources = noteSources(input)
		if (!sources.length)
			throw new Failure('NOT_FOUND', 'These notes cite no reference.', 'Choose notes on passages that cite one.')
		return (await import('../citations/exchange.ts')).exchanged(sources, format)
	}
	const { citedDocument } = await import('./cited.ts')
	const { laidOut } = await import('../templates/render.ts')
	const { layouts, parts } = await shippedTemplates(templatesFolder)
	const template = { text: typeof layout === 'string' ? layouts[layout] : layout.text, parts }
	const plain = laidOut(input, template, style)
	const blocks = plain.sections.flatMap((section) => section.blocks)
	const document = await citedDocument({ ...plain, legend: legendOf(blocks, input.notes) }, stylesFolder)
	stopIfAsked(options)
	if (format === 'docx') return (await import('./docx/index.ts')).toDocx(document, options)
	if (format === 'md' || format === 'md-obsidian') {
		const { toMarkdown } = await import('./markdown.ts')
		return toMarkdown(document, format === 'md' ? 'plain' : 'obsidian')
	}
	const html = (await import('./html.ts')).toHtml(document)
	return format === 'html' ? html : (await import('./pdf.ts')).toPdf(html, print, options)
}

/**
 * Writes an export: the file is there whole, or as it was before.
 * @param file where to; what stands there is replaced
 * @throws Failure when it cannot be written
 */
export function writeExport(file: string, content: string | Uint8Array): void {
	try {
		writeWhole(file, content, shareable)
	} catch (cause) {
		const next = 'Choose another folder, or close the program that has it open.'
		throw new Failure('CONFLICT', `${file} cannot be written.`, next, { cause })
	}
}
