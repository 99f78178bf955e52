/** The messages of Anki that packages hold, as far as they are read (proto/anki/*.proto of ankitects/anki). */
import { PbfReader } from 'pbf'

type Read<T> = (tag: number, into: T, pbf: PbfReader) => void

const message = <T>(bytes: Uint8Array, into: T, read: Read<T>): T => new PbfReader(bytes).readFields(read, into)

/** @returns the version in a package's `meta`: 1 anki2, 2 anki21, 3 anki21b; 0 where it says none. */
export const packageVersion = (bytes: Uint8Array): number =>
	message(bytes, { version: 0 }, (tag, meta, pbf) => {
		if (tag === 1) meta.version = pbf.readVarint()
	}).version

/** @returns names of media files; the first is the file `0` in the archive. */
export const mediaNames = (bytes: Uint8Array): string[] =>
	message(bytes, [] as string[], (tag, names, pbf) => {
		if (tag !== 1) return
		const entry = pbf.readMessage(
			(field, into, inner) => {
				if (field === 1) into.name = inner.readString()
			},
			{ name: '' },
		)
		names.push(entry.name)
	})

/** What a note type, a field or a template says of itself; what is not named here stays behind. */
export type Settings = Record<string, string | number | boolean>

type Kind = 'string' | 'number' | 'boolean'
const values: Record<Kind, (pbf: PbfReader) => string | number | boolean> = {
	string: (pbf) => pbf.readString(),
	number: (pbf) => pbf.readVarint(true),
	boolean: (pbf) => pbf.readBoolean(),
}

/** Names are those that schema 11 has for them, so that they can go back. */
const settings =
	(known: Readonly<Record<number, readonly [name: string, kind: Kind]>>) =>
	(bytes: Uint8Array): Settings =>
		message(bytes, {} as Settings, (tag, into, pbf) => {
			const found = known[tag]
			if (found) into[found[0]] = values[found[1]](pbf)
		})

export const typeSettings = settings({
	1: ['type', 'number'],
	2: ['sortf', 'number'],
	3: ['css', 'string'],
	5: ['latexPre', 'string'],
	6: ['latexPost', 'string'],
	7: ['latexsvg', 'boolean'],
	9: ['originalStockKind', 'number'],
})
export const fieldSettings = settings({
	1: ['sticky', 'boolean'],
	2: ['rtl', 'boolean'],
	3: ['font', 'string'],
	4: ['size', 'number'],
	5: ['description', 'string'],
	6: ['plainText', 'boolean'],
	7: ['collapsed', 'boolean'],
	8: ['excludeFromSearch', 'boolean'],
})
export const templateSettings = settings({
	1: ['qfmt', 'string'],
	2: ['afmt', 'string'],
	3: ['bqfmt', 'string'],
	4: ['bafmt', 'string'],
	6: ['bfont', 'string'],
	7: ['bsize', 'number'],
})
