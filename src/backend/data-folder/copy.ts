/** Copies a workspace's files, and makes sure that the copies are the same. */
import { createHash } from 'node:crypto'
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { backup, DatabaseSync } from 'node:sqlite'
import { databaseFile, versionOf } from '../workspace/file.ts'
import { syncFile, syncFolder } from './durable.ts'
import { unfinishedFile } from './finish.ts'

/** What belongs to a running host, or is copied by SQLite; Chromium's profile holds nothing of the reader's. */
const ownWay = /^(host\.|\.desktop$|parallax\.sqlite)/

/** @returns the names in a workspace that are copied as they are. */
const plainNames = (dataDir: string) => readdirSync(dataDir).filter((name) => !ownWay.test(name))

/** @returns bytes of a file, or of all files in a folder. What goes away meanwhile counts for nothing. */
export function bytesIn(path: string): number {
	const found = statSync(path, { throwIfNoEntry: false })
	if (!found?.isDirectory()) return found?.isFile() ? found.size : 0
	return readdirSync(path).reduce((sum, name) => sum + bytesIn(join(path, name)), 0)
}

/** @returns how many bytes a move copies. */
export const bytesToMove = (dataDir: string): number =>
	[basename(databaseFile(dataDir)), `${basename(databaseFile(dataDir))}-wal`, ...plainNames(dataDir)].reduce(
		(sum, name) => sum + bytesIn(join(dataDir, name)),
		0,
	)

/** Copies everything but the database. @throws Error when a copy is not the same as what was copied */
export function copyPlain(from: string, to: string): void {
	for (const name of plainNames(from)) copyEntry(join(from, name), join(to, name))
	syncFolder(to)
}

/** Takes away what was copied into a folder, and nothing else. */
export function removeCopies(from: string, to: string): void {
	for (const name of plainNames(from)) rmSync(join(to, name), { recursive: true, force: true })
	for (const end of ['', '-journal', '-wal', '-shm']) rmSync(unfinishedFile(to) + end, { force: true })
}

function copyEntry(from: string, to: string): void {
	const found = statSync(from, { throwIfNoEntry: false })
	if (found?.isDirectory()) {
		mkdirSync(to, { recursive: true, mode: 0o700 })
		for (const name of readdirSync(from)) copyEntry(join(from, name), join(to, name))
		syncFolder(to)
	} else if (found?.isFile()) {
		copyFileSync(from, to)
		syncFile(to)
		if (hashOf(from) !== hashOf(to)) throw new Error(`the copy ${to} is not the same`)
	}
}

const hashOf = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex')

/**
 * Copies the database with SQLite's own backup call, into a file that is not yet a workspace.
 * @throws Error when the copy fails its integrity check or has not the same rows
 */
export async function copyDatabase(from: string, to: string): Promise<void> {
	const source = new DatabaseSync(databaseFile(from), { readOnly: true })
	try {
		await backup(source, unfinishedFile(to), { rate: 1000 })
		syncFile(unfinishedFile(to))
		const copy = new DatabaseSync(unfinishedFile(to), { readOnly: true })
		try {
			const [whole] = Object.values(copy.prepare('PRAGMA integrity_check(1)').get() ?? {})
			if (whole !== 'ok' || contentsOf(copy) !== contentsOf(source))
				throw new Error('the copied database is not the same')
		} finally {
			copy.close()
		}
	} finally {
		source.close()
	}
}

/** @returns the version and how many rows each table has, to be compared. */
function contentsOf(database: DatabaseSync): string {
	const tables = database.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name").all()
	const rows = tables.map(({ name }) => {
		const quoted = `"${String(name).replaceAll('"', '""')}"`
		return [name, ...Object.values(database.prepare(`SELECT count(*) FROM ${quoted}`).get() ?? {})]
	})
	return JSON.stringify([versionOf(database), rows])
}
