/** The layouts that ship. */
import type { StyleId } from '../../citations/styles.ts'
import type { ExportInput } from '../input.ts'
import type { ExportDocument, Section } from '../model.ts'
import { depictionTable } from './depictions.ts'
import type { LayoutId } from './labels.ts'
import { notesInOrder } from './notes.ts'
import { paired } from './paired.ts'
import { wholeTexts } from './whole-text.ts'

export type { LayoutId }

const layouts: Record<LayoutId, (input: ExportInput) => Section[]> = {
	notes: notesInOrder,
	paired,
	text: wholeTexts,
	depictions: depictionTable,
}

/** @returns the document that every format writes. */
export const laidOut = (input: ExportInput, layout: LayoutId, style: StyleId): ExportDocument => ({
	title: input.title,
	...(input.subtitle && { subtitle: input.subtitle }),
	date: input.date,
	language: input.language,
	style,
	tags: [...new Set(input.notes.flatMap(({ tags }) => tags))],
	sections: layouts[layout](input),
	items: input.items,
})
