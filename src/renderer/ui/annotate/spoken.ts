/** What is said of a mark to those who hear the window. */

import { type Mark, shortened } from '#domain/annotations/passages.ts'
import { plainNote } from '#domain/annotations/plain-note.ts'
import { backRelationLabels, colourLabels, motivationLabels, relationLabels } from '#domain/words/annotation-labels.ts'

/** @returns `Note`; for a link, what the passage at hand does with the other one: `Contradicts`, `Contradicted by`. */
export const kindOf = ({
	annotation: { motivation, relation },
	target,
}: Pick<Mark, 'annotation' | 'target'>): string =>
	relation ? (target ? backRelationLabels : relationLabels)[relation] : motivationLabels[motivation]

/** @param other end of a link, in words @returns one sentence or two: `Note: Too neat.` */
export function spoken(mark: Mark, other?: string): string {
	const { motivation, colour, comment } = mark.annotation
	const words = [
		motivation === 'linking' ? `Link. ${kindOf(mark)}${other ? ` “${other}”` : ' another passage'}` : kindOf(mark),
		motivation === 'highlighting' ? `, ${colourLabels[colour].toLowerCase()}` : '',
		comment ? `: ${shortened(plainNote(comment), 200)}` : '',
	].join('')
	return /[.?!…”]$/.test(words) ? words : `${words}.`
}
