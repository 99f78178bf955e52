/** What Parallax adds to a note in a package, so that it comes back as it was: Anki leaves a note's `data` to others. */
import { NoteDraft } from '#contract/cards/notes.ts'
import { z } from '#contract/jitless.ts'
import { noteTypes } from '#domain/cards/note-types.ts'
import { htmlOf } from '../note-content.ts'
import type { KeptType } from '../types.ts'
import type { IncomingNote, IncomingType } from './incoming.ts'

const Own = z.object({ parallax: NoteDraft.omit({ tags: true }) })

export const ownData = (note: Omit<NoteDraft, 'tags'>): string => JSON.stringify({ parallax: note })

/** @returns fields as Anki has them: HTML, without the character that stands between them. */
export const asAnki = (type: Pick<KeptType, 'markup'>, fields: readonly string[]): string[] =>
	htmlOf(type, fields).map((field) => field.replaceAll('\x1f', ' '))

/** @returns one of the types that ship. */
export const shippedType = (key: keyof typeof noteTypes): IncomingType => ({
	...noteTypes[key],
	key,
	markup: 'markdown',
})

/** @returns the note as it was here, where nobody has changed it since. */
export function ownNote(
	data: unknown,
	fields: readonly string[],
): Pick<IncomingNote, 'type' | 'fields' | 'contentNotes' | 'source'> | undefined {
	if (typeof data !== 'string' || !data.startsWith('{"parallax"')) return undefined
	try {
		const { type: key, fields: own, contentNotes, source } = Own.parse(JSON.parse(data)).parallax
		const type = shippedType(key)
		const told = asAnki(type, own)
		if (own.length !== type.fields.length || !told.every((field, index) => field === fields[index])) return undefined
		return { type, fields: own, contentNotes, ...(source ? { source } : {}) }
	} catch {
		return undefined
	}
}
