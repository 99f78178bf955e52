/** How cards look. */
import type { Face, NoteDraft } from '#contract/cards/notes.ts'
import { faceOf } from '#domain/cards/faces.ts'
import { ordinalsOf } from '#domain/cards/template.ts'
import { safeHtml } from './html.ts'
import { htmlOf } from './notes.ts'
import type { KeptType, NoteTypes } from './types.ts'

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

/** @returns the cards that a draft would make, with their names. */
export function previews(types: NoteTypes, draft: Pick<NoteDraft, 'type' | 'fields'>): (Face & { name: string })[] {
	const type = types.shipped(draft.type)
	return ordinalsOf(type, htmlOf(type, draft.fields)).map((ordinal) => ({
		...shownFace(type, draft.fields, ordinal),
		name: cardName(type, ordinal),
	}))
}

/** @returns what a card of a type is called: its template, or the number of its gap. */
export const cardName = ({ kind, templates }: KeptType, ordinal: number): string =>
	kind === 'cloze' ? `Gap ${ordinal + 1}` : (templates[ordinal]?.name ?? `Card ${ordinal + 1}`)
