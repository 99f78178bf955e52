/** Note types of Anki as it wrote them in JSON (schema 11), and as ours; both ways. */
import { createHash } from 'node:crypto'
import { z } from '#contract/jitless.ts'
import type { IncomingType } from './incoming.ts'
import { cut, line } from './names.ts'

const loose = z.looseObject({})
/** A note type in schema 11, as far as it is read; the rest is kept as it is. */
export const AnkiType = z.looseObject({
	name: z.string(),
	type: z.number().catch(0),
	flds: z.array(z.looseObject({ name: z.string(), ord: z.number().optional().catch(undefined) })).min(1),
	tmpls: z
		.array(
			z.looseObject({
				name: z.string().catch(''),
				ord: z.number().optional().catch(undefined),
				qfmt: z.string().catch(''),
				afmt: z.string().catch(''),
			}),
		)
		.min(1),
})
export type AnkiType = z.infer<typeof AnkiType>

/** What of a type is not ours, so that it can go back. */
const Origin = z.object({ type: loose, fields: z.array(loose), templates: z.array(loose) })

const byOrdinal = <T extends { ord?: number | undefined }>(list: readonly T[]): T[] =>
	[...list].sort((a, b) => (a.ord ?? 0) - (b.ord ?? 0))

/** @returns the type as ours. Two of one name and shape are one and the same. */
export function typeFrom(anki: AnkiType): IncomingType {
	const { flds, tmpls, name: called, type, ...rest } = anki
	const [fields, templates] = [byOrdinal(flds), byOrdinal(tmpls)]
	const shape = {
		name: line(called, 'Note'),
		kind: type === 1 ? ('cloze' as const) : ('standard' as const),
		fields: fields.slice(0, 200).map(({ name }, index) => line(name, `Field ${index + 1}`)),
		templates: templates.slice(0, 200).map(({ name, qfmt, afmt }, index) => ({
			name: line(name, `Card ${index + 1}`),
			front: cut(qfmt, 200_000),
			back: cut(afmt, 200_000),
		})),
	}
	const without = (own: readonly string[]) => (each: Record<string, unknown>) =>
		Object.fromEntries(Object.entries(each).filter(([key]) => !own.includes(key)))
	const origin: z.infer<typeof Origin> = {
		// What Anki works out by itself, and ids of another collection, stay there.
		type: without(['mod', 'usn', 'did', 'req', 'tags', 'vers'])(rest),
		fields: fields.map(without(['name', 'ord', 'media'])),
		templates: templates.map(without(['name', 'ord', 'qfmt', 'afmt', 'did'])),
	}
	return { ...shape, markup: 'html', key: keyOf(shape), origin: JSON.stringify(origin) }
}

/** @returns the key of an imported type: its name and shape. */
export const keyOf = ({
	name,
	kind,
	fields,
	templates,
}: Pick<IncomingType, 'name' | 'kind' | 'fields' | 'templates'>): string =>
	`anki:${createHash('sha256')
		.update(JSON.stringify([name, kind, fields, templates]))
		.digest('base64url')
		.slice(0, 22)}`

const usualField = { font: 'Arial', size: 20, sticky: false, rtl: false, media: [] }
const usualTemplate = { bqfmt: '', bafmt: '', did: null, bfont: '', bsize: 0 }

/** @returns a type of ours as Anki's JSON, with what it came with. */
export function typeBack(
	type: IncomingType,
	{ id, name, css, modified }: { id: number; name: string; css: string; modified: number },
): AnkiType {
	const origin = type.origin ? Origin.parse(JSON.parse(type.origin)) : { type: {}, fields: [], templates: [] }
	return {
		css,
		latexPre: '\\documentclass[12pt]{article}\n\\begin{document}\n',
		latexPost: '\\end{document}',
		sortf: 0,
		...origin.type,
		id,
		name,
		type: type.kind === 'cloze' ? 1 : 0,
		mod: modified,
		usn: -1,
		did: 1,
		tags: [],
		vers: [],
		flds: type.fields.map((field, ord) => ({ ...usualField, ...origin.fields[ord], name: field, ord })),
		tmpls: type.templates.map((template, ord) => ({
			...usualTemplate,
			...origin.templates[ord],
			name: template.name,
			ord,
			qfmt: template.front,
			afmt: template.back,
		})),
		// Which fields each card asks for: Anki works it out again.
		req: type.kind === 'cloze' ? [] : type.templates.map((_, ord) => [ord, 'any', [0]]),
	}
}

/** @returns the id that a type had in Anki. */
export function originalId({ origin }: Pick<IncomingType, 'origin'>): number | undefined {
	const id = origin ? Number(Origin.parse(JSON.parse(origin)).type.id) : Number.NaN
	return Number.isSafeInteger(id) && id > 0 ? id : undefined
}
