/** Liquid with what exports need: everything that is put into the Markdown is put there as it is, unless a filter makes more of it. */
import { Liquid } from 'liquidjs'
import type { Cite } from '#domain/citations/items.ts'
import { annotated } from '#domain/export/annotated.ts'
import type { ExportInput } from '#domain/export/input.ts'
import { commentBlocks } from '#domain/export/markdown.ts'
import { text } from '#domain/export/model.ts'
import type { Pieces } from '#domain/export/pieces.ts'

export interface TemplateSource {
	text: string
	/** What `{% render "name" %}` finds. */
	parts: Readonly<Record<string, string>>
}

/** No file is read, nothing is evaluated, and what runs or grows without end is stopped. */
const options = {
	cache: true,
	strictFilters: true,
	strictVariables: true,
	ownPropertyOnly: true,
	catchAllErrors: true,
	parseLimit: 200_000,
	memoryLimit: 10_000_000,
}

const words = (value: unknown): string => (value === null || value === undefined ? '' : String(value))
const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null

/**
 * @param pieces takes what is put into the Markdown
 * @param milliseconds how long it may take
 */
export function engineFor(
	input: ExportInput,
	parts: TemplateSource['parts'],
	pieces: Pieces,
	milliseconds: number,
): Liquid {
	const liquid = new Liquid({
		...options,
		renderLimit: milliseconds,
		templates: { ...parts },
		outputEscape(value: unknown) {
			// A number is itself: an ordered list can be numbered with it.
			if (typeof value === 'number') return String(value)
			if (Array.isArray(value) && !value.some(isObject)) return pieces.words(value.map(words).join(', '))
			if (isObject(value)) throw new Error(`several fields, not words: ${Object.keys(value).join(', ')}`)
			return pieces.words(words(value))
		},
	})
	/** A filter whose result stands for itself. */
	const make = (name: string, handler: (value: unknown, argument?: unknown) => string) =>
		liquid.registerFilter(name, { raw: true, handler })
	make('cite', (value, locator) => {
		if (!Array.isArray(value)) throw new Error('cite without sources')
		const items = (value as Cite[]).map((cite) => (locator ? { ...cite, locator: pieces.plain(words(locator)) } : cite))
		return items.length ? pieces.put({ type: 'citation', items }) : ''
	})
	make('markdown', (value) => {
		const blocks = commentBlocks(pieces.plain(words(value)))
		return blocks.length ? pieces.put({ type: 'blocks', blocks }) : ''
	})
	make('highlight', (value, colour) => {
		const token = words(isObject(colour) ? (colour as { token?: unknown }).token : colour)
		const plain = pieces.plain(words(value))
		return plain ? pieces.put(text(plain, token ? { highlight: token } : {})) : ''
	})
	const texts = new Map(input.texts.map((each) => [each.id, each]))
	const notes = new Map(input.notes.map((each) => [each.id, each]))
	make('annotated', (value, some) => {
		const its = (one: unknown) => words((one as { id?: unknown } | null)?.id)
		const document = texts.get(its(value))
		if (!document) throw new Error('annotated without a text')
		const chosen = Array.isArray(some) ? some.flatMap((each) => notes.get(its(each)) ?? []) : []
		return pieces.put({ type: 'blocks', blocks: annotated(document, chosen) })
	})
	return liquid
}
