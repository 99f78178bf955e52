/** Exports as the library's thread makes them. */

import type { Annotation } from '#contract/annotations.ts'
import type { Check, ExportFormat, ExportPreview, ExportRequest, ExportStep, FilledIn } from '#contract/exports.ts'
import { isReferenceFormat, referenceFiles } from '#domain/citations/formats.ts'
import { filled, lacksOf } from '#domain/citations/missing.ts'
import type { ExportInput } from '#domain/export/input.ts'
import { noteSources } from '#domain/export/sources.ts'
import { Failure } from '../failure.ts'
import type { Library } from '../library/library.ts'
import { gathered } from './gather.ts'
import { exported, previewed } from './index.ts'
import { asTold, type ExportOptions } from './progress.ts'

export interface Noted {
	request: ExportRequest
	annotations: readonly Annotation[]
	colourNames: Readonly<Record<string, string>>
	/** What the reader has filled in where references lack it. */
	filledIn: FilledIn
	date: string
}

const mediaTypes = {
	md: 'text/markdown',
	'md-obsidian': 'text/markdown',
	html: 'text/html',
	docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
	pdf: 'application/pdf',
	csv: 'text/csv',
	jsonld: 'application/ld+json',
} as const
const fileOf = (format: ExportFormat) =>
	isReferenceFormat(format)
		? referenceFiles[format]
		: { ending: format === 'md-obsidian' ? 'md' : format, mediaType: mediaTypes[format] }

/** The input with only the sources that it cites. */
function citedInput(library: Library, noted: Noted): ExportInput {
	const input = gathered({ library, ...noted })
	const cited = new Set(citesOf(input))
	return { ...input, items: input.items.filter(({ id }) => cited.has(id)) }
}

/** The same with what the reader has filled in. */
function inputOf(library: Library, noted: Noted): ExportInput {
	const input = citedInput(library, noted)
	const today = new Date(noted.date)
	return { ...input, items: input.items.map((item) => filled(item, noted.filledIn[item.id] ?? {}, today)) }
}

/** Every source that notes, points and texts cite. */
const citesOf = ({ notes, points, texts, depictions }: ExportInput): string[] =>
	[
		...notes.flatMap(({ passages }) => passages.flatMap(({ cites }) => cites)),
		...points.flatMap((point) => [...point.references, ...point.depictions.flatMap(({ cites }) => cites)]),
		...texts.flatMap((text) => [
			...Object.values(text.depictions),
			...text.blocks.flatMap(({ inlines }) =>
				inlines.flatMap((inline) =>
					inline.type === 'citation' ? inline.items.map(({ reference }) => ({ id: reference })) : [],
				),
			),
		]),
		...depictions.flatMap(({ cites }) => cites),
	].map(({ id }) => id)

/** @returns how many notes an export would hold, and what the sources of those notes lack in its style. */
export function checkExport(library: Library, noted: Noted): Check {
	const input = citedInput(library, noted)
	const lacks = lacksOf(noteSources(input), noted.request.style).map((lack) => ({
		...lack,
		value: noted.filledIn[lack.item]?.[lack.field] ?? '',
	}))
	return { notes: input.notes.length, lacks }
}

/** @returns what the file will be called, with its ending, and be of, and which annotations are in scope. */
export function withinExport(library: Library, noted: Noted) {
	const { title, notes } = gathered({ library, ...noted })
	const { format } = noted.request
	return { name: nameOf(title, format), mediaType: fileOf(format).mediaType, ids: notes.map(({ id }) => id) }
}

/** @returns how the beginning of an export will look */
export async function previewExport(
	library: Library,
	noted: Noted,
	stylesFolder: string,
	options: ExportOptions,
): Promise<ExportPreview> {
	const { layout, style } = noted.request
	const input = inputOf(library, noted)
	refuseEmpty(input, layout)
	return previewed({ input, layout, style, format: writerOf(noted.request) }, stylesFolder, options)
}

/** A PDF is the page, printed; JSON-LD is written by who keeps the annotations. */
function writerOf({ format }: ExportRequest) {
	if (format === 'jsonld') throw new Error('The host writes the annotations themselves.')
	return format === 'pdf' ? 'html' : format
}

function refuseEmpty({ notes }: ExportInput, layout: ExportRequest['layout']): void {
	if (!notes.length && layout === 'notes')
		throw new Failure('NOT_FOUND', 'There is no note to export.', 'Make one first, or choose more.')
}

/**
 * Makes an export. A PDF comes as the page to print: only the host has a printer.
 * @yields progress, then the file
 */
export async function* makeExport(
	library: Library,
	noted: Noted,
	stylesFolder: string,
	signal?: AbortSignal,
): AsyncGenerator<ExportStep> {
	const { format, layout, style } = noted.request
	const input = inputOf(library, noted)
	refuseEmpty(input, layout)
	const host = { stylesFolder, print: async () => Promise.reject(new Error('The host prints.')) }
	const made = { input, layout, style, format: writerOf(noted.request) }
	const content = yield* asTold<ExportStep, string | Uint8Array>((tell) =>
		exported(made, host, {
			...(signal && { signal }),
			onProgress: (share, doing) => tell({ type: 'progress', share, doing }),
		}),
	)
	yield {
		type: 'done',
		name: nameOf(input.title, format),
		mediaType: fileOf(format).mediaType,
		content: Buffer.from(content).toString('base64'),
	}
}

/** A title as a file name that every system takes. */
function nameOf(title: string, format: ExportRequest['format']): string {
	const plain = title
		.replaceAll(/[\\/:*?"<>|\p{Cc}]+/gu, ' ')
		.trim()
		.slice(0, 80)
	return `${plain || 'Notes'}.${fileOf(format).ending}`
}
