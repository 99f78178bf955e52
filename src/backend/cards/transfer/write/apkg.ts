/** A package that every Anki opens: a collection of schema 11, media by number, and a list of their names. */
import { closeSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'
// Its edition for Node declares a `require` of its own, as the bundler does.
import { Zip, ZipDeflate, ZipPassThrough } from 'fflate/browser'
import type { Cards } from '../../cards.ts'
import type { Chosen } from './chosen.ts'
import { writeCollection } from './collection.ts'
import type { ExportRequest } from './index.ts'

/** @yields the share that is done */
export function* writePackage(
	chosen: Chosen,
	cards: Cards,
	request: ExportRequest,
	target: string,
): Generator<number, void> {
	const database = `${target}-collection`
	const file = openSync(target, 'wx', 0o600)
	try {
		const media = yield* writeCollection(chosen, cards, database, request)
		const zip = new Zip((error, chunk) => {
			if (error) throw error
			writeSync(file, chunk)
		})
		const add = (entry: ZipDeflate | ZipPassThrough, content: Uint8Array) => {
			zip.add(entry)
			entry.push(content, true)
		}
		add(new ZipDeflate('collection.anki2', { level: 6 }), readFileSync(database))
		const names: Record<string, string> = {}
		for (const name of media) {
			const bytes = cards.sql.all('SELECT bytes FROM media WHERE name = ?', name)[0]?.bytes
			if (!(bytes instanceof Uint8Array)) continue
			const number = String(Object.keys(names).length)
			names[number] = name
			// Pictures are packed already.
			add(new ZipPassThrough(number), bytes)
			yield 0.95
		}
		add(new ZipDeflate('media', { level: 6 }), new TextEncoder().encode(JSON.stringify(names)))
		zip.end()
	} finally {
		closeSync(file)
		rmSync(database, { force: true })
	}
}
