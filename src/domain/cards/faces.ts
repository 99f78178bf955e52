/** What stands on the two sides of a card. */
import { type CardShape, filled } from './template.ts'

export interface RawFace {
	/** HTML that has not been made safe. */
	front: string
	back: string
	/** The front stays above the back, which does not repeat it. */
	together: boolean
}

const frontSide = /^\s*(?:<[^>]+>\s*)*\{\{FrontSide\}\}(?:\s*<\/[^>]+>)*\s*(?:<hr[^>]*>)?/

/**
 * @param fields HTML, in the order of the type’s fields
 * @param ordinal number of the template, or of the gap less one
 * @param special what `{{Tags}}`, `{{Deck}}` and their like stand for
 */
export function faceOf(
	type: CardShape,
	fields: readonly string[],
	ordinal: number,
	special: Readonly<Record<string, string>> = {},
): RawFace {
	const template = type.templates[type.kind === 'cloze' ? 0 : ordinal] ?? type.templates[0]
	if (!template) return { front: '', back: '', together: false }
	const named = new Map(type.fields.map((name, index) => [name, fields[index] ?? '']))
	const common = { fields: named, ...(type.kind === 'cloze' ? { gap: ordinal + 1 } : {}) }
	const words = { ...special, Card: template.name }
	const front = filled(template.front, { ...common, special: words, side: 'front' })
	const together = frontSide.test(template.back)
	const back = filled(template.back.replace(frontSide, ''), {
		...common,
		special: { ...words, FrontSide: front },
		side: 'back',
	})
	return { front, back, together }
}
