/** Exports: notes laid out, cited, and written in one of the formats. Heavy libraries are loaded by the first export that needs them. */
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { ExportFormat, ExportPreview } from '#contract/exports.ts'
import { isReferenceFormat } from '#domain/citations/formats.ts'
import type { CslItem } from '#domain/citations/items.ts'
import type { StyleId } from '#domain/citations/styles.ts'
import { beginningOf } from '#domain/export/beginning.ts'
import type { ExportInput } from '#domain/export/input.ts'
import type { LayoutId } from '#domain/export/layouts/labels.ts'
import { legendOf } from '#domain/export/legend.ts'
import type { ExportDocument } from '#domain/export/model.ts'
import { noteSources } from '#domain/export/sources.ts'
import { noteTable } from '#domain/export/table.ts'
import { toCsv } from '#domain/tables/table.ts'
import { shareable, writeWhole } from '../data-folder/durable.ts'
import { Failure } from '../failure.ts'
import { shippedTemplates } from '../templates/shipped.ts'
import type { CitedDocument } from './cited.ts'
import type { PrintPdf } from './pdf.ts'
import { type ExportOptions, stopIfAsked } from './progress.ts'

export interface ExportRequest {
	input: ExportInput
	/** The template that makes a document of it: one that ships, or a text. */
	layout: LayoutId | { text: string }
	style: StyleId
	/** All but what other parts of the program write. */
	format: Exclude<ExportFormat, 'jsonld'>
}
/** What the host lends to an export. */
export interface ExportHost {
	/** Where the files of resources/styles are. */
	stylesFolder: string
	/** Where the files of resources/templates are. */
	templatesFolder: string
	print: PrintPdf
}

/** Characters, rows and sources of a preview. */
const glance = { characters: 15_000, rows: 100, sources: 40 }

/** @returns how the beginning of an export will look: a page, Markdown as it is written, a table. @throws Failure when it was cancelled */
export async function previewed(
	request: ExportRequest,
	{ stylesFolder, templatesFolder }: Omit<ExportHost, 'print'>,
	options: ExportOptions = {},
): Promise<ExportPreview> {
	const { input, format } = request
	if (format === 'csv') {
		const { head, rows } = noteTable(input)
		const shown = rows.slice(0, glance.rows).map((cells) => cells.map(String))
		return { shown: { type: 'table', head: [...head], rows: shown }, whole: rows.length <= glance.rows }
	}
	if (isReferenceFormat(format)) {
		const sources = citedSources(input)
		const { exchanged } = await import('../citations/exchange.ts')
		const text = exchanged(sources.slice(0, glance.sources), format)
		return { shown: { type: 'text', text }, whole: sources.length <= glance.sources }
	}
	const { document, whole } = beginningOf(await documentOf(request, templatesFolder), glance.characters)
	const { citedDocument } = await import('./cited.ts')
	const cited = await citedDocument(document, stylesFolder)
	stopIfAsked(options)
	if (format === 'md' || format === 'md-obsidian')
		return { shown: { type: 'text', text: await markdown(cited, format) }, whole }
	return { shown: { type: 'page', html: (await import('./html.ts')).toHtml(cited) }, whole }
}

function citedSources(input: ExportInput): CslItem[] {
	const sources = noteSources(input)
	if (sources.length) return sources
	throw new Failure('NOT_FOUND', 'These notes cite no reference.', 'Choose notes on passages that cite one.')
}

/** @returns the notes laid out, with what their colours are called. @throws Failure when the template has a fault */
async function documentOf({ input, layout, style }: ExportRequest, templatesFolder: string): Promise<ExportDocument> {
	const { laidOut } = await import('../templates/render.ts')
	const { layouts, parts } = await shippedTemplates(templatesFolder)
	const text = typeof layout === 'string' ? layouts[layout] : layout.text
	const plain = laidOut(input, { text, parts }, style)
	const blocks = plain.sections.flatMap((section) => section.blocks)
	return { ...plain, legend: legendOf(blocks, input.notes) }
}

async function markdown(document: CitedDocument, format: 'md' | 'md-obsidian'): Promise<string> {
	return (await import('./markdown.ts')).toMarkdown(document, format === 'md' ? 'plain' : 'obsidian')
}

/**
 * Makes an export.
 * @returns the file’s content
 * @throws Failure when it was cancelled, the template has a fault, or the host cannot print a PDF
 */
export async function exported(
	request: ExportRequest,
	{ stylesFolder, templatesFolder, print }: ExportHost,
	options: ExportOptions = {},
): Promise<string | Uint8Array> {
	const { input, format } = request
	stopIfAsked(options)
	// A byte order mark, without which Excel takes the file for another alphabet.
	if (format === 'csv') return `\ufeff${toCsv(noteTable(input))}`
	if (isReferenceFormat(format))
		return (await import('../citations/exchange.ts')).exchanged(citedSources(input), format)
	options.onProgress?.(0, 'citing')
	// A long export is one long turn: what it says must be sent before, and a cancel that came in meanwhile be heard after.
	await nextTurn()
	const { citedDocument } = await import('./cited.ts')
	const document = await citedDocument(await documentOf(request, templatesFolder), stylesFolder)
	await nextTurn()
	stopIfAsked(options)
	options.onProgress?.(citingShare, 'writing')
	if (format === 'docx') return (await import('./docx/index.ts')).toDocx(document, afterCiting(options))
	if (format === 'md' || format === 'md-obsidian') return markdown(document, format)
	const html = (await import('./html.ts')).toHtml(document)
	return format === 'html' ? html : (await import('./pdf.ts')).toPdf(html, print, options)
}

/** Of the time that a long export takes. */
const citingShare = 0.5
const afterCiting = ({ onProgress, ...options }: ExportOptions): ExportOptions => ({
	...options,
	...(onProgress && { onProgress: (share, doing) => onProgress(citingShare + share * (1 - citingShare), doing) }),
})

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
