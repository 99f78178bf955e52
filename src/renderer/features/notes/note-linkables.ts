/** Notes as something that another note can link to, by how they begin. */
import type { Annotation } from '#contract/annotations.ts'
import type { Linkable } from '#domain/annotations/links.ts'
import { firstWords } from '#domain/documents/places.ts'

/** The first line with words in it, without the marks that begin it. */
const beginning = (comment: string): string => {
	const line = comment.split('\n').find((one) => /\p{L}|\p{N}/u.test(one)) ?? ''
	return firstWords(
		line
			.replace(/^[\s#>*+-]+/, '')
			.replace(/\[\[(?:[^\]|]*\|)?([^\]]*)\]\]/g, '$1')
			.trim(),
	)
}

export const noteLinkables = (annotations: readonly Annotation[]): Linkable[] =>
	annotations.flatMap(({ id, comment }) => {
		const title = beginning(comment)
		return title ? [{ address: `note/${id}`, title, kind: 'Note' }] : []
	})
