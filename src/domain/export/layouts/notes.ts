/** Layout “notes in order”: each note with its passage, its comment and where it stands, under its document. */
import type { ExportInput } from '../input.ts'
import type { Section } from '../model.ts'
import { marksLine, noteBlocks } from '../parts.ts'

/** @returns a section for each document, in the order in which the notes come; free notes stand under “Notes”. */
export function notesInOrder({ notes }: ExportInput): Section[] {
	const sections = new Map<string, Section>()
	for (const note of notes) {
		const title = note.passages[0]?.title ?? 'Notes'
		const named = note.passages.length > 0
		const section = sections.get(title) ?? { title, ...(named && { named }), blocks: [] }
		sections.set(title, section)
		if (section.blocks.length) section.blocks.push({ type: 'rule' })
		section.blocks.push(...noteBlocks(note), ...marksLine(note))
	}
	return [...sections.values()]
}
