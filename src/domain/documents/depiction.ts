/** A depiction's attributes, as they stand on its directive. */
import type { Depiction } from '#contract/document.ts'
import { ContentNote, contentNotes, Outcome, outcomes, Treatment, treatments } from '#contract/words.ts'
import { oneOf } from '../packs/faults.ts'
import { OwnerId } from './ids.ts'

const known = ['id', 'work', 'treatment', 'outcome', 'content-notes', 'spoiler', 'unverified']

interface Options {
	trope: string
	parent?: string
	section?: string
	fault(message: string): void
}

/** @returns the depiction without its text yet, or undefined when it has no usable id. */
export function readDepiction(
	attributes: Record<string, string | null | undefined>,
	{ fault, ...place }: Options,
): Depiction | undefined {
	for (const key of Object.keys(attributes))
		if (!known.includes(key)) fault(`unknown key “${key}”; known are ${known.join(', ')}`)
	const { id, work } = attributes
	if (!OwnerId.safeParse(id).success || !id) {
		fault(`the depiction needs a stable id in kebab-case, :::depiction{#id work=…}, not “${id ?? ''}”`)
		return undefined
	}
	if (!work) fault(`the depiction “${id}” has no work: name one of works.yaml with work=…`)
	const treatment = Treatment.safeParse(attributes.treatment)
	if (!treatment.success)
		fault(`treatment “${attributes.treatment ?? ''}” is not known; it must be ${oneOf(treatments)}`)
	const outcome = Outcome.safeParse(attributes.outcome)
	if (!outcome.success) fault(`outcome “${attributes.outcome ?? ''}” is not known; it must be ${oneOf(outcomes)}`)
	const notes = (attributes['content-notes'] ?? '').split(/\s+/).filter(Boolean)
	for (const note of notes)
		if (!ContentNote.safeParse(note).success)
			fault(`content note “${note}” is not known; it must be ${oneOf(contentNotes)}`)
	return {
		id,
		work: work ?? '',
		...place,
		treatment: treatment.success ? treatment.data : null,
		outcome: outcome.success ? outcome.data : 'unresolved',
		contentNotes: notes.filter((note): note is ContentNote => ContentNote.safeParse(note).success),
		spoiler: attributes.spoiler !== undefined,
		unverified: attributes.unverified !== undefined,
		text: '',
	}
}
