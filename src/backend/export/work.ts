/** Exports as the library's thread makes them. */

import type { Annotation } from '#contract/annotations.ts'
import type { ExportFormat, ExportRequest, ExportStep, Lack } from '#contract/exports.ts'
import { exportLayouts } from '#contract/tokens.ts'
import { isReferenceFormat, referenceFiles } from '#domain/citations/formats.ts'
import { filled, lacksOf } from '#domain/citations/missing.ts'
import type { ExportInput } from '#domain/export/input.ts'
import { noteSources } from '#domain/export/sources.ts'
import { Failure } from '../failure.ts'
import type { Library } from '../library/library.ts'
import { unknownTemplate } from '../templates/service.ts'
import type { Folders } from '../templates/work.ts'
import { gathered } from './gather.ts'
import { exported } from './index.ts'

export interface Noted {
	request: ExportRequest
	annotations: readonly Annotation[]
	colourNames: Readonly<Record<string, string>>
	date: string
}

const mediaTypes = {
	md: 'text/markdown',
	'md-obsidian': 'text/markdown',
	html: 'text/html',
	docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
	pdf: 'application/pdf',
	csv: 'text/csv',
} as const
const endings = { md: 'md', 'md-obsidian': 'md', html: 'html', docx: 'docx', pdf: 'pdf', csv: 'csv' } as const
const fileOf = (format: ExportFormat) =>
	isReferenceFormat(format) ? referenceFiles[format] : { ending: endings[format], mediaType: mediaTypes[format] }

/** The input with what the reader has filled in, and only the sources that it cites. */
export function inputOf(
	library: Library,
	{ request, ...noted }: Omit<Noted, 'request'> & { request: Pick<ExportRequest, 'title' | 'scope' | 'filledIn'> },
): ExportInput {
	const input = gathered({ library, request, ...noted })
	const cited = new Set(citesOf(input))
	const today = new Date(noted.date)
	const items = input.items
		.filter(({ id }) => cited.has(id))
		.map((item) => filled(item, request.filledIn[item.id] ?? {}, today))
	return { ...input, items }
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
export function checkExport(library: Library, noted: Noted): { notes: number; lacks: Lack[] } {
	const input = inputOf(library, noted)
	return { notes: input.notes.length, lacks: lacksOf(noteSources(input), noted.request.style) }
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
	const { format, layout: id, template, style } = noted.request
	const input = inputOf(library, noted)
	if (!input.notes.length && id === 'notes')
		throw new Failure('NOT_FOUND', 'There is no note to export.', 'Make one first, or choose more.')
	const shipped = exportLayouts.find((one) => one === id)
	const layout = template === undefined ? shipped : { text: template }
	if (!layout) throw unknownTemplate(id)
	yield { type: 'progress', share: 0 }
	const { styles: stylesFolder, templates: templatesFolder } = folders
	const host = { stylesFolder, templatesFolder, print: async () => Promise.reject(new Error('The host prints.')) }
	const made = { input, layout, style, format: format === 'pdf' ? ('html' as const) : format }
	const content = await exported(made, host, signal ? { signal } : {})
	const { ending, mediaType } = fileOf(format)
	yield {
		type: 'done',
		name: `${nameOf(input.title)}.${ending}`,
		mediaType,
		content: Buffer.from(content).toString('base64'),
	}
}

/** A title as a file name that every system takes. */
const nameOf = (title: string): string =>
	title
		.replaceAll(/[\\/:*?"<>|\p{Cc}]+/gu, ' ')
		.trim()
		.slice(0, 80) || 'Notes'
