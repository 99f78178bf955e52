/** Templates as the library's thread reads and tries them. */
import type { Template, TemplateFault, TemplatePreview, TemplatePreviewRequest } from '#contract/templates.ts'
import { exportLayouts } from '#contract/tokens.ts'
import type { ExportInput } from '#domain/export/input.ts'
import { layoutLabel } from '#domain/export/layouts/labels.ts'
import { sample } from '#domain/export/sample.ts'
import { citedDocument } from '../export/cited.ts'
import { inputOf, type Noted } from '../export/work.ts'
import type { Library } from '../library/library.ts'
import { faultsOf, laidOut } from './render.ts'
import { shippedTemplates } from './shipped.ts'

export interface Folders {
	styles: string
	templates: string
}

/** Milliseconds that a template may take where somebody waits for it. */
const briefly = 2000
/** A preview shows the beginning. */
const mostNotes = 20

export async function shippedList({ templates }: Folders): Promise<Template[]> {
	const { layouts } = await shippedTemplates(templates)
	return exportLayouts.map((id) => {
		const same = { shipped: true, faults: [], created: 0, modified: 0 }
		return { id, title: layoutLabel(id), text: layouts[id], ...same }
	})
}

/** @returns the faults of each text, as far as they show with one of everything. */
export async function checkTemplates(texts: readonly string[], folders: Folders): Promise<TemplateFault[][]> {
	const { parts } = await shippedTemplates(folders.templates)
	return texts.map((text) => faultsOf(sample, { text, parts }, briefly))
}

/** @throws Failure naming the first fault by line */
export async function previewTemplate(
	library: Library,
	noted: Omit<Noted, 'request'> & { request: TemplatePreviewRequest },
	folders: Folders,
): Promise<TemplatePreview> {
	const { text, from, style } = noted.request
	const { parts } = await shippedTemplates(folders.templates)
	const input = from === 'sample' ? sample : firstOf(inputOf(library, { ...noted, request: { scope: {} } }))
	const { title, sections, references } = await citedDocument(
		laidOut(input, { text, parts }, style, briefly),
		folders.styles,
	)
	return {
		title,
		sections,
		references: { title: references.title, entries: references.entries.map(({ runs }) => runs) },
		notes: input.notes.length,
	}
}

const firstOf = (input: ExportInput): ExportInput => ({
	...input,
	notes: input.notes.slice(0, mostNotes),
	points: input.points.slice(0, mostNotes),
	texts: input.texts.slice(0, 1),
	depictions: input.depictions.slice(0, mostNotes),
})
