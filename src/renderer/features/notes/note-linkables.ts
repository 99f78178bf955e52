/** Notes as something that another note can link to, by how they begin. */
import type { Annotation } from '#contract/annotations.ts'
import type { Linkable } from '#domain/annotations/links.ts'
import { plainNote } from '#domain/annotations/plain-note.ts'
import { firstWords } from '#domain/documents/places.ts'

export const noteLinkables = (annotations: readonly Annotation[]): Linkable[] =>
	annotations.flatMap(({ id, comment }) => {
		// Long notes are many; their beginning is soon read.
		const title = firstWords(plainNote(comment.slice(0, 400)))
		return title ? [{ address: `note/${id}`, title, kind: 'Note' }] : []
	})
