/** Backups: whole copies of the database, made with SQLite's own backup call, and rotated. */
import { mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { backup, DatabaseSync } from 'node:sqlite'
import type { Backup } from '#contract/workspace.ts'
import { Failure } from '../failure.ts'
import { folderOf, freeName, infoOf, namesIn, type Reason, reasonOf, removeDatabase, timeOf } from './backup-files.ts'

/** How many backups of each reason are kept; those that were asked for stay until their reader deletes them. */
const kept: Record<Reason, number> = { asked: Number.POSITIVE_INFINITY, scheduled: 7, migration: 5, restore: 5 }
const day = 24 * 60 * 60 * 1000

export interface BackupOptions {
	/** Told how many of how many pages are copied. */
	progress?: (done: number, total: number) => void
	/** A backup that is in use and must not be rotated away. */
	spare?: string
}

/**
 * Copies the database while it is in use.
 * @returns the finished backup; half a file is never seen under its name
 */
export async function makeBackup(
	database: DatabaseSync,
	dataDir: string,
	reason: Reason,
	{ progress = () => {}, spare }: BackupOptions = {},
): Promise<Backup> {
	const folder = folderOf(dataDir)
	mkdirSync(folder, { recursive: true, mode: 0o700 })
	const name = freeName(folder, reason)
	const aside = join(folder, `.${name}.${process.pid}`)
	try {
		await backup(database, aside, {
			rate: 200,
			progress: ({ totalPages, remainingPages }) => progress(totalPages - remainingPages, totalPages),
		})
		standAlone(aside)
		renameSync(aside, join(folder, name))
	} catch (error) {
		removeDatabase(aside)
		throw new Failure('UNAVAILABLE', 'The backup could not be written.', 'Make room on the disk and try again.', {
			cause: error,
		})
	}
	rotate(dataDir, spare)
	return infoOf(dataDir, name)
}

/** @returns all backups, newest first. */
export function listBackups(dataDir: string): Backup[] {
	return namesIn(dataDir).map((name) => infoOf(dataDir, name))
}

/** Makes the day's backup when the last scheduled one is older than a day. */
export async function backUpDaily(database: DatabaseSync, dataDir: string, now = Date.now()): Promise<void> {
	const last = namesIn(dataDir).find((name) => reasonOf(name) === 'scheduled')
	if (!last || Math.abs(now - timeOf(last)) > day) await makeBackup(database, dataDir, 'scheduled')
}

/** Makes a copy a single file: the original's way of writing needs two more beside it whenever it is opened. */
function standAlone(path: string): void {
	const copy = new DatabaseSync(path)
	try {
		copy.exec('PRAGMA journal_mode = DELETE')
	} finally {
		copy.close()
	}
}

/** Deletes what is beyond the number kept of each reason, and copies that were cut short a day ago or more. */
function rotate(dataDir: string, spare: string | undefined): void {
	const folder = folderOf(dataDir)
	const seen: Partial<Record<Reason, number>> = {}
	for (const name of namesIn(dataDir)) {
		const count = (seen[reasonOf(name)] ?? 0) + 1
		seen[reasonOf(name)] = count
		if (count > kept[reasonOf(name)] && name !== spare) removeDatabase(join(folder, name))
	}
	for (const name of readdirSync(folder).filter((name) => name.startsWith('.parallax-'))) {
		const found = statSync(join(folder, name), { throwIfNoEntry: false })
		if (found && Date.now() - found.mtimeMs > day) rmSync(join(folder, name), { force: true })
	}
}
