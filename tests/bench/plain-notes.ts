/** The least that the database could take for notes: the same rows in plain node:sqlite, without any of the program. */
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { DatabaseSync } from 'node:sqlite'
import type { Json } from '#domain/annotations/json.ts'
import { seenOf } from '#domain/annotations/w3c.ts'

/** @returns ways to ask for the notes, and how many milliseconds it took to put them in. */
export function plainNotes(items: readonly Json[]) {
	const database = new DatabaseSync(join(mkdtempSync(join(tmpdir(), 'parallax-bench-')), 'plain.sqlite'))
	database.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;
		CREATE TABLE note (id TEXT PRIMARY KEY, json TEXT NOT NULL, comment TEXT NOT NULL, tags TEXT NOT NULL, created INTEGER NOT NULL);
		CREATE VIRTUAL TABLE words USING fts5 (comment, tags, quotes, content = '')`)
	const note = database.prepare('INSERT INTO note VALUES (?, ?, ?, ?, ?)')
	const words = database.prepare('INSERT INTO words (rowid, comment, tags, quotes) VALUES (?, ?, ?, ?)')
	const start = performance.now()
	database.exec('BEGIN')
	for (const [number, json] of items.entries()) {
		const { comment, tags, targets, created = 0 } = seenOf(json)
		note.run(String(json.id), JSON.stringify(json), comment, JSON.stringify(tags), created)
		words.run(number + 1, comment, tags.join(' '), targets[0]?.selector?.exact ?? '')
	}
	database.exec('COMMIT')
	const took = performance.now() - start
	const byDay = database.prepare('SELECT id, tags, created FROM note ORDER BY created DESC')
	const byIds = database.prepare('SELECT json FROM note WHERE id IN (SELECT value FROM json_each(?))')
	const scan = database.prepare("SELECT id, comment FROM note WHERE comment LIKE '%' || ? || '%' ORDER BY created DESC")
	return {
		took,
		byDay: () => Map.groupBy(byDay.all(), ({ created }) => new Date(Number(created)).toDateString()),
		byIds: (ids: readonly string[]) => byIds.all(JSON.stringify(ids)).map(({ json }) => JSON.parse(String(json))),
		scan: (query: string) => scan.all(query),
	}
}
