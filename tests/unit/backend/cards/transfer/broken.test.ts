/** Files that are not what they should be: a clear error, and nothing is changed. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { deflateRawSync, zstdCompressSync } from 'node:zlib'
import fc from 'fast-check'
import { strToU8, unzipSync, type Zippable, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { collectionOf, everything, proto } from '../../../../setup/anki.ts'
import { freshFolder } from '../../../support/folder.ts'
import { packageOf } from '../../../support/packages.ts'
import { openTable } from '../../../support/transfer.ts'

let old: Uint8Array
let recent: Uint8Array

const fileOf = (bytes: Uint8Array | string, name = 'deck.apkg') => {
	const path = join(freshFolder(), name)
	writeFileSync(path, bytes)
	return path
}
const zipped = (files: Zippable) => fileOf(zipSync(files))
const changed = (bytes: Uint8Array, change: (copy: Buffer) => void) => {
	const copy = Buffer.from(bytes)
	change(copy)
	return copy
}
const packages = () => {
	old = readFileSync(packageOf(everything, 'collection.anki2'))
	recent = readFileSync(packageOf(everything, 'collection.anki21b'))
}
/** A collection whose tables are something else. */
function withSql(sql: string): string {
	const path = join(freshFolder(), 'c')
	writeFileSync(path, collectionOf(everything, 'collection.anki2'))
	const database = new DatabaseSync(path, { defensive: false })
	database.exec(sql)
	database.close()
	return zipped({ 'collection.anki2': readFileSync(path), media: strToU8('{}') })
}
/** The flag of an entry that is encrypted, in both of its heads. */
const encrypted = (bytes: Buffer) => {
	for (let at = 0; at < bytes.length - 4; at++) {
		if (bytes.readUInt32LE(at) === 0x04034b50) bytes.writeUInt8(1, at + 6)
		if (bytes.readUInt32LE(at) === 0x02014b50) bytes.writeUInt8(1, at + 8)
	}
}
/** An archive whose one entry says that it is small, and is not. */
function bomb(): string {
	const much = Buffer.alloc(80 * 1024 * 1024)
	const bytes = Buffer.from(zipSync({ 'collection.anki2': [much, { level: 9 }] }))
	return fileOf(bytes)
}
function lyingBomb(): string {
	const packed = deflateRawSync(Buffer.alloc(20 * 1024 * 1024))
	const bytes = Buffer.from(zipSync({ 'collection.anki2': [new Uint8Array(packed), { level: 0 }] }))
	for (let at = 0; at < bytes.length - 4; at++) {
		const head = bytes.readUInt32LE(at)
		if (head === 0x04034b50) bytes.writeUInt16LE(8, at + 8)
		if (head === 0x02014b50) bytes.writeUInt16LE(8, at + 10)
	}
	return fileOf(bytes)
}

const cases: [string, () => string, string, RegExp][] = [
	['an empty file', () => fileOf(''), 'DAMAGED', /is empty/],
	['a file that is none', () => fileOf('not an archive at all'), 'DAMAGED', /is not a package of Anki|ends too early/],
	['a cut file', () => fileOf(old.subarray(0, old.length - 100)), 'DAMAGED', /ends too early/],
	['a file cut in the middle', () => fileOf(recent.subarray(0, recent.length / 2)), 'DAMAGED', /ends too early/],
	['an archive of something else', () => zipped({ 'a.txt': strToU8('a') }), 'DAMAGED', /no collection in it/],
	[
		'an archive that lacks its collection',
		() => zipped({ meta: proto([1, 3]), 'collection.anki2': strToU8('x') }),
		'DAMAGED',
		/has no collection\.anki21b/,
	],
	['a package of a newer Anki', () => zipped({ meta: proto([1, 9]) }), 'TOO_NEW', /newer Anki/],
	['an encrypted package', () => fileOf(changed(old, encrypted)), 'BAD_REQUEST', /is encrypted/],
	['a bomb', bomb, 'TOO_LARGE', /unpacks to more/],
	['a bomb that lies', lyingBomb, 'DAMAGED', /is damaged/],
	[
		'a bomb of the newer kind',
		() => zipped({ meta: proto([1, 3]), 'collection.anki21b': zstdCompressSync(Buffer.alloc(90 * 1024 * 1024)) }),
		'TOO_LARGE',
		/unpacks to more/,
	],
	[
		'a collection that is no database',
		() => zipped({ 'collection.anki2': strToU8('SQLite format 3\0 and no more') }),
		'DAMAGED',
		/damaged collection/,
	],
	[
		'a collection that is not compressed as it should be',
		() => zipped({ meta: proto([1, 3]), 'collection.anki21b': strToU8('nothing') }),
		'DAMAGED',
		/is damaged/,
	],
	['a collection without tables', () => withSql('drop table notes'), 'DAMAGED', /no collection of Anki/],
	[
		'a collection with a view in place of a table',
		() => withSql('drop table notes; create view notes as select 1 as id'),
		'DAMAGED',
		/no collection of Anki/,
	],
	['a collection of a newer schema', () => withSql('update col set ver = 99'), 'TOO_NEW', /newer Anki/],
	[
		'a collection whose types are no JSON',
		() => withSql("update col set models = '{'"),
		'DAMAGED',
		/damaged collection/,
	],
	[
		'a collection whose types are something else',
		() => withSql(`update col set models = '{"1": {"name": 7}}'`),
		'DAMAGED',
		/damaged collection/,
	],
	[
		'a media list that is none',
		() => zipped({ 'collection.anki2': unzipSync(old)['collection.anki2'] ?? strToU8(''), media: strToU8('[') }),
		'DAMAGED',
		/damaged list of media/,
	],
	['text that is none', () => fileOf(Buffer.from([0xc3, 0x28, 0x61, 0xff]), 'notes.txt'), 'BAD_REQUEST', /is not text/],
	['text without notes', () => fileOf('#html:true\n\n', 'notes.txt'), 'BAD_REQUEST', /has no notes/],
	['a quotation mark that is never closed', () => fileOf('a,b\n"c,d\n', 'notes.csv'), 'DAMAGED', /never closed/],
]

describe('broken files', () => {
	it.each(cases)('%s', async (_what, path, code, said) => {
		packages()
		const table = await openTable()
		await table.import(packageOf(everything, 'collection.anki2'))
		const before = table.dump()
		const file = path()
		for (const attempt of [table.preview, table.import]) {
			const error = await attempt(file).then(
				() => undefined,
				(thrown: unknown) => thrown,
			)
			expect(error).toMatchObject({
				code,
				message: expect.stringMatching(said),
				next: expect.stringMatching(/^Nothing has been changed\. ./),
			})
			expect((error as Error).message).toMatch(/^“[^”]+” /)
		}
		expect(table.dump()).toEqual(before)
	})

	it('cut and changed anywhere are taken in, or refused with a word', async () => {
		packages()
		const table = await openTable()
		const damage = fc.tuple(
			fc.boolean(),
			fc.double({ min: 0, max: 1, noNaN: true }),
			fc.integer({ min: 0, max: 255 }),
			fc.boolean(),
		)
		await fc.assert(
			fc.asyncProperty(damage, async ([newer, share, byte, cut]) => {
				const bytes = newer ? recent : old
				const at = Math.floor(share * (bytes.length - 1))
				const file = fileOf(cut ? bytes.subarray(0, at) : changed(bytes, (copy) => copy.writeUInt8(byte, at)))
				const error = await table.preview(file).then(
					() => undefined,
					(thrown: unknown) => thrown,
				)
				if (error !== undefined) expect(error).toMatchObject({ name: 'Failure', next: expect.any(String) })
				else expect(cut).toBe(false)
			}),
			{ numRuns: Number(process.env.PARALLAX_FUZZ_RUNS ?? 60) },
		)
		expect(table.all('SELECT id FROM card_note')).toEqual([])
	}, 60_000)
})
