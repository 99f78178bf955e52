/** Card templates in Anki’s language (Anki manual, “Card Generation” and “Field Replacements”). */
import { clozeNumbers, withGap } from './cloze.ts'

export interface Filling {
	/** HTML by field name. */
	fields: ReadonlyMap<string, string>
	/** `Tags`, `Type`, `Deck`, `Card` and their like. */
	special?: Readonly<Record<string, string>>
	/** The gap that is asked, from 1. */
	gap?: number
	side: 'front' | 'back'
}

const token = /\{\{([#^/]?)([^{}]*?)\}\}/g

/** @returns the template with its fields filled in, as HTML that has not been made safe. Unknown fields are left out. */
export function filled(template: string, filling: Filling): string {
	let out = ''
	let at = 0
	/** Sections that are open, and whether what stands in them is shown. */
	const sections: { name: string; shown: boolean }[] = []
	const shown = () => sections.every((section) => section.shown)
	for (const match of template.matchAll(token)) {
		if (shown()) out += template.slice(at, match.index)
		at = match.index + match[0].length
		const [, mark, words = ''] = match
		const name = words.trim()
		if (mark === '#' || mark === '^') sections.push({ name, shown: hasContent(name, filling) === (mark === '#') })
		else if (mark === '/') closeSection(sections, name)
		else if (shown()) out += fieldOf(name, filling)
	}
	return shown() ? out + template.slice(at) : out
}

function closeSection(sections: { name: string }[], name: string): void {
	const last = sections.findLastIndex((section) => section.name === name)
	if (last >= 0) sections.length = last
}

const blank = /^(?:<[^>]*>|&nbsp;|\s)*$/

/** Whether a field says anything: pictures and sounds count, empty lines do not. */
export const saysSomething = (html: string): boolean =>
	/<(?:img|audio|video|object)\b|\[sound:/i.test(html) || !blank.test(html)

function hasContent(name: string, { fields, special, gap }: Filling): boolean {
	const cloze = /^c(\d+)$/.exec(name)
	if (cloze) return Number(cloze[1]) === gap
	return saysSomething(fields.get(name) ?? special?.[name] ?? '')
}

function fieldOf(words: string, { fields, special, gap, side }: Filling): string {
	const filters = words.split(':').map((part) => part.trim())
	const name = filters.pop() ?? ''
	let value = fields.get(name) ?? special?.[name] ?? ''
	for (const filter of filters.reverse()) {
		if (filter === 'cloze' || filter === 'cloze-only') value = withGap(value, gap, side)
		else if (filter === 'text') value = value.replaceAll(/<[^>]*>/g, '')
		// Typed answers are said and thought here; on the back stands what would have been typed.
		else if (filter === 'type') value = side === 'front' ? '' : value
		else if (filter === 'hint' && value) value = `<details><summary>${name}</summary>${value}</details>`
	}
	return value
}

/** @returns the names of the fields that a template asks for. */
export const fieldsIn = (template: string): string[] =>
	[...template.matchAll(token)].flatMap(([, mark, words = '']) =>
		mark === '/' ? [] : [words.split(':').at(-1)?.trim() ?? ''],
	)

/** The shape of a note type, as far as making cards needs it. */
export interface CardShape {
	kind: 'standard' | 'cloze'
	fields: readonly string[]
	templates: readonly { name: string; front: string; back: string }[]
}

/**
 * @param fields HTML, in the order of the type’s fields
 * @returns the ordinals of the cards that a note makes: templates whose front says something with these fields and not
 *   without them, or gaps. Never none, so that no note is out of reach: then the first.
 */
export function ordinalsOf(type: CardShape, fields: readonly string[]): number[] {
	const named = new Map(type.fields.map((name, index) => [name, fields[index] ?? '']))
	const ordinals =
		type.kind === 'cloze'
			? type.templates.flatMap(({ front }) => [
					...new Set(clozeFields(front).flatMap((name) => clozeNumbers(named.get(name) ?? '').map((each) => each - 1))),
				])
			: type.templates.flatMap(({ front }, ordinal) => {
					const asked = fieldsIn(front).some((name) => saysSomething(named.get(name) ?? ''))
					return asked && saysSomething(filled(front, { fields: named, side: 'front' })) ? [ordinal] : []
				})
	return ordinals.length ? ordinals.sort((a, b) => a - b) : [0]
}

const clozeFields = (template: string): string[] =>
	[...template.matchAll(/\{\{(?:[^{}]*:)?cloze(?:-only)?:(?:[^{}]*:)?([^{}:]+)\}\}/g)].map(([, name = '']) =>
		name.trim(),
	)
