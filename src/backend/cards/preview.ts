/** How cards look. */
import type { Face } from '#contract/cards/notes.ts'
import { faceOf } from '#domain/cards/faces.ts'
import { ordinalsOf } from '#domain/cards/template.ts'
import { safeHtml } from './html.ts'
import { htmlOf } from './note-content.ts'
import type { KeptType } from './types.ts'

/**
 * @param special what `{{Tags}}`, `{{Deck}}` and their like stand for
 * @returns the two sides of one card, safe to show
 */
export function shownFace(
	type: KeptType,
	fields: readonly string[],
	ordinal: number,
	special: Readonly<Record<string, string>> = {},
): Face {
	const { front, back, together } = faceOf(type, htmlOf(type, fields), ordinal, { Type: type.name, ...special })
	return { front: safeHtml(front), back: safeHtml(back), together }
}

/** @returns the cards that a note of this type and these fields would make, with their names. */
export function previews(type: KeptType, fields: readonly string[]): (Face & { name: string })[] {
	return ordinalsOf(type, htmlOf(type, fields)).map((ordinal) => ({
		...shownFace(type, fields, ordinal),
		name: cardName(type, ordinal),
	}))
}

/** @returns what a card of a type is called: its template, or the number of its gap. */
export const cardName = ({ kind, templates }: KeptType, ordinal: number): string =>
	kind === 'cloze' ? `Gap ${ordinal + 1}` : (templates[ordinal]?.name ?? `Card ${ordinal + 1}`)
