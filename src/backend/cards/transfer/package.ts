/** A package of Anki, unpacked: the collection that counts, and the media beside it. */
import { writeFileSync } from 'node:fs'
import { zstdDecompressSync } from 'node:zlib'
import { damaged, reading, tooLarge, tooNew } from './faults.ts'
import { limits, roomFor } from './limits.ts'
import { mediaNames, packageVersion } from './proto.ts'
import { Zip } from './zip.ts'

export interface AnkiPackage {
	/** The collection inside that was read: `collection.anki21b`. */
	collection: string
	/** Names of media, and how each is read. */
	media: { name: string; read: () => Buffer }[]
	close(): void
}

/** By version; newer packages carry a stub of the older ones, which only says that Anki must be updated. */
const collections = ['', 'collection.anki2', 'collection.anki21', 'collection.anki21b']

/**
 * Unpacks the collection to `target`.
 * @param name of the file as people know it
 * @throws Failure when it is damaged, encrypted, too large or too new
 */
export function openPackage(path: string, name: string, target: string): AnkiPackage {
	const zip = new Zip(path, name)
	try {
		const version = versionOf(zip, name)
		const compressed = version === 3
		const collection = collections[version] ?? ''
		const read = (entryName: string, most: number): Buffer => {
			const entry = zip.entries.get(entryName)
			if (!entry) throw damaged(name, `has no ${entryName}`)
			const bytes = zip.read(entry, most)
			return compressed ? unpacked(bytes, most, name) : bytes
		}
		writeFileSync(target, read(collection, limits.collection), { mode: 0o600 })
		return { collection, media: mediaOf(zip, name, compressed, read), close: () => zip.close() }
	} catch (error) {
		zip.close()
		throw error
	}
}

function versionOf(zip: Zip, name: string): number {
	const meta = zip.entries.get('meta')
	if (meta) {
		const version = reading(name, 'is damaged', () => packageVersion(zip.read(meta, 1024)))
		if (!collections[version]) throw tooNew(name)
		return version
	}
	// Some programs leave `meta` out.
	const version = collections.findLastIndex((each) => zip.entries.has(each))
	if (version < 1) throw damaged(name, 'is not a package of Anki: there is no collection in it')
	return version
}

function unpacked(bytes: Buffer, most: number, name: string): Buffer {
	try {
		return zstdDecompressSync(bytes, { maxOutputLength: roomFor(bytes.length, most) })
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE')
			throw tooLarge(name, 'unpacks to more than Parallax takes')
		throw damaged(name, 'is damaged', error)
	}
}

function mediaOf(
	zip: Zip,
	name: string,
	compressed: boolean,
	read: (entry: string, most: number) => Buffer,
): AnkiPackage['media'] {
	if (!zip.entries.has('media')) return []
	const map = read('media', limits.mediaMap)
	const names: [string, string][] = reading(name, 'has a damaged list of media', () =>
		compressed ? mediaNames(map).map((each, index) => [String(index), each]) : legacyNames(map),
	)
	return names
		.filter(([entry]) => zip.entries.has(entry))
		.map(([entry, each]) => ({ name: each, read: () => read(entry, limits.picture) }))
}

function legacyNames(map: Buffer): [string, string][] {
	// Some programs write no bytes at all where there is no media.
	const names: unknown = map.length ? JSON.parse(map.toString('utf8')) : {}
	if (typeof names !== 'object' || names === null) throw new Error('no names')
	return Object.entries(names).filter((each): each is [string, string] => typeof each[1] === 'string')
}
