/** A second reader of packages: it knows Anki's documented schema and nothing of the program. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { unzipSync } from 'fflate'

/** @param path of a package */
export function readApkg(path: string) {
	const files = unzipSync(readFileSync(path))
	const text = (name: string) => new TextDecoder().decode(files[name])
	const folder = mkdtempSync(join(tmpdir(), 'parallax-read-'))
	const file = join(folder, 'collection.anki2')
	writeFileSync(file, files['collection.anki2'] ?? new Uint8Array())
	const database = new DatabaseSync(file, { readOnly: true })
	const all = (sql: string) => database.prepare(sql).all() as Record<string, never>[]
	const [col] = all('SELECT * FROM col')
	const json = (column: string) => JSON.parse(String(col?.[column]))
	const read = {
		names: Object.keys(files).sort(),
		files,
		media: JSON.parse(text('media')) as Record<string, string>,
		check: all('PRAGMA integrity_check'),
		ver: Number(col?.ver),
		crt: Number(col?.crt),
		conf: json('conf') as Record<string, number>,
		models: json('models') as Record<
			string,
			{ name: string; type: number; css: string; flds: { name: string }[]; tmpls: { qfmt: string }[] }
		>,
		decks: json('decks') as Record<string, { name: string }>,
		notes: all('SELECT * FROM notes ORDER BY id'),
		cards: all('SELECT * FROM cards ORDER BY id'),
		revlog: all('SELECT * FROM revlog ORDER BY id'),
	}
	database.close()
	rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
	return read
}
