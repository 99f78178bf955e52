/** Exports as the library's thread makes them. */

import type { Annotation } from '#contract/annotations.ts'
import type { Check, ExportFormat, ExportPreview, ExportRequest, ExportStep, FilledIn } from '#contract/exports.ts'
import { exportLayouts } from '#contract/tokens.ts'
import { isReferenceFormat, referenceFiles } from '#domain/citations/formats.ts'
import { filled, lacksOf } from '#domain/citations/missing.ts'
import type { ExportInput } from '#domain/export/input.ts'
import { noteSources } from '#domain/export/sources.ts'
import { Failure } from '../failure.ts'
import type { Library } from '../library/library.ts'
import { unknownTemplate } from '../templates/service.ts'
import type { Folders } from '../templates/work.ts'
import { fileName } from './file-name.ts'
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

/** As much of a request as says what is in it. */
type Noting = Omit<Noted, 'request'> & { request: Pick<ExportRequest, 'title' | 'scope'> }

/** The input with only the sources that it cites. */
function citedInput(library: Library, noted: Noting): ExportInput {
	const input = gathered({ library, ...noted })
	const cited = new Set(citesOf(input))
	return { ...input, items: input.items.filter(({ id }) => cited.has(id)) }
}

/** The same with what the reader has filled in. */
export function inputOf(library: Library, noted: Noting): ExportInput {
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
	{ styles, templates }: Folders,
	options: ExportOptions,
): Promise<ExportPreview> {
	return previewed(asked(library, noted), { stylesFolder: styles, templatesFolder: templates }, options)
}

/** A PDF is the page, printed; JSON-LD is written by who keeps the annotations. */
function writerOf({ format }: ExportRequest) {
	if (format === 'jsonld') throw new Error('The host writes the annotations themselves.')
	return format === 'pdf' ? 'html' : format
}

/** @returns what is to be made. @throws Failure when there is nothing to make it of, or no such template */
function asked(library: Library, noted: Noted) {
	const { layout: id, template, style } = noted.request
	const input = inputOf(library, noted)
	if (!input.notes.length && id === 'notes')
		throw new Failure('NOT_FOUND', 'There is no note to export.', 'Make one first, or choose more.')
	const layout = template === undefined ? exportLayouts.find((one) => one === id) : { text: template }
	if (!layout) throw unknownTemplate(id)
	return { input, layout, style, format: writerOf(noted.request) }
}

/**
 * Makes an export. A PDF comes as the page to print: only the host has a printer.
 * @yields progress, then the file
 */
export async function* makeExport(
	library: Library,
	noted: Noted,
	folders: Folders,
	signal?: AbortSignal,
): AsyncGenerator<ExportStep> {
	const made = asked(library, noted)
	const { styles: stylesFolder, templates: templatesFolder } = folders
	const host = { stylesFolder, templatesFolder, print: async () => Promise.reject(new Error('The host prints.')) }
	const content = yield* asTold<ExportStep, string | Uint8Array>((tell) =>
		exported(made, host, {
			...(signal && { signal }),
			onProgress: (share, doing) => tell({ type: 'progress', share, doing }),
		}),
	)
	yield {
		type: 'done',
		name: nameOf(made.input.title, noted.request.format),
		mediaType: fileOf(noted.request.format).mediaType,
		content: Buffer.from(content).toString('base64'),
	}
}

const nameOf = (title: string, format: ExportRequest['format']): string =>
	fileName(title, fileOf(format).ending, 'Notes')
