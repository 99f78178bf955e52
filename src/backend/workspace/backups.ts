/** Backups: whole copies of the database, made with SQLite's own backup call, and rotated. */
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { backup, DatabaseSync } from 'node:sqlite'
import type { Backup } from '#contract/workspace.ts'
import { Failure } from '../failure.ts'
import { databaseFile, versionOf } from './file.ts'
import { currentVersion } from './migrations.ts'

type Reason = Backup['reason']

const folderOf = (dataDir: string) => join(dataDir, 'backups')
const pattern = /^parallax-(\d{8}T\d{9}Z)(?:-\d+)?-(asked|scheduled|migration|restore)\.sqlite$/

/** How many backups of each reason are kept; those that were asked for stay until their reader deletes them. */
const kept: Record<Reason, number> = { asked: Number.POSITIVE_INFINITY, scheduled: 7, migration: 5, restore: 5 }
const day = 24 * 60 * 60 * 1000

/**
 * Copies the database while it is in use.
 * @param progress told how many of how many pages are copied
 * @returns the finished backup; half a file is never seen under its name
 */
export async function makeBackup(
	database: DatabaseSync,
	dataDir: string,
	reason: Reason,
	progress: (done: number, total: number) => void = () => {},
): Promise<Backup> {
	const folder = folderOf(dataDir)
	mkdirSync(folder, { recursive: true })
	const name = freeName(folder, reason)
	const aside = join(folder, `.${name}.${process.pid}`)
	try {
		await backup(database, aside, {
			rate: 200,
			progress: ({ totalPages, remainingPages }) => progress(totalPages - remainingPages, totalPages),
		})
		renameSync(aside, join(folder, name))
	} catch (error) {
		rmSync(aside, { force: true })
		throw new Failure('UNAVAILABLE', 'The backup could not be written.', 'Make room on the disk and try again.', {
			cause: error,
		})
	}
	rotate(dataDir)
	return infoOf(dataDir, name)
}

/** @returns all backups, newest first. */
export function listBackups(dataDir: string): Backup[] {
	return namesIn(dataDir).map((name) => infoOf(dataDir, name))
}

/** Makes the day's backup when the last scheduled one is older than a day. */
export async function backUpDaily(database: DatabaseSync, dataDir: string, now = Date.now()): Promise<void> {
	const last = namesIn(dataDir).find((name) => pattern.exec(name)?.[2] === 'scheduled')
	if (!last || now - timeOf(last) > day) await makeBackup(database, dataDir, 'scheduled')
}

/**
 * Puts a backup in place of the data, after a backup of what is there now. Other hosts on the same file see the change.
 * @param live the open database, or undefined when it cannot be opened (then its file is set aside, not deleted)
 * @returns the safety backup, or the set-aside file
 */
export async function restoreBackup(live: DatabaseSync | undefined, dataDir: string, name: string): Promise<Backup> {
	const source = openChecked(dataDir, name)
	try {
		const file = databaseFile(dataDir)
		const safety = live ? await makeBackup(live, dataDir, 'restore') : setAside(dataDir)
		await backup(source, file, { rate: 2 ** 30 })
		return safety
	} finally {
		source.close()
	}
}

/** Opens a backup and makes sure that it is whole and not too new, before anything is replaced. */
function openChecked(dataDir: string, name: string): DatabaseSync {
	if (!pattern.test(name) || !existsSync(join(folderOf(dataDir), name)))
		throw new Failure('NOT_FOUND', `There is no backup called “${name}”.`, 'List the backups and choose one of them.')
	const damaged = (cause?: unknown) =>
		new Failure('DAMAGED', `The backup “${name}” is damaged.`, 'Choose another one; your data has not been changed.', {
			cause,
		})
	let source: DatabaseSync | undefined
	try {
		source = new DatabaseSync(join(folderOf(dataDir), name), { readOnly: true })
		const version = versionOf(source)
		const whole = Object.values(source.prepare('PRAGMA integrity_check(1)').get() ?? {})[0] === 'ok'
		if (!whole || version === 0) throw damaged()
		if (version > currentVersion)
			throw new Failure(
				'TOO_NEW',
				`The backup “${name}” comes from a newer Parallax.`,
				'Install the newer Parallax to use it.',
			)
		return source
	} catch (error) {
		source?.close()
		throw error instanceof Failure ? error : damaged(error)
	}
}

function setAside(dataDir: string): Backup {
	const file = databaseFile(dataDir)
	mkdirSync(folderOf(dataDir), { recursive: true })
	const name = freeName(folderOf(dataDir), 'restore')
	if (existsSync(file)) renameSync(file, join(folderOf(dataDir), name))
	for (const end of ['-wal', '-shm']) rmSync(`${file}${end}`, { force: true })
	return existsSync(join(folderOf(dataDir), name))
		? infoOf(dataDir, name)
		: { name, at: Date.now(), bytes: 0, reason: 'restore', version: 0 }
}

function namesIn(dataDir: string): string[] {
	const folder = folderOf(dataDir)
	return existsSync(folder)
		? readdirSync(folder)
				.filter((name) => pattern.test(name))
				.sort()
				.reverse()
		: []
}

/** `parallax-20261122T101500123Z-asked.sqlite`: sorts by time; a counter tells two of one millisecond apart. */
function freeName(folder: string, reason: Reason): string {
	const stamp = new Date().toISOString().replace(/[-:.]/g, '')
	for (let count = 0; ; count++) {
		const name = `parallax-${stamp}${count ? `-${count}` : ''}-${reason}.sqlite`
		if (!existsSync(join(folder, name))) return name
	}
}

function timeOf(name: string): number {
	const stamp = pattern.exec(name)?.[1] ?? ''
	return Date.parse(stamp.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(\d{3})Z$/, '$1-$2-$3T$4:$5:$6.$7Z'))
}

function infoOf(dataDir: string, name: string): Backup {
	const path = join(folderOf(dataDir), name)
	return {
		name,
		at: timeOf(name),
		bytes: statSync(path).size,
		reason: (pattern.exec(name)?.[2] ?? 'asked') as Reason,
		version: versionIn(path),
	}
}

function versionIn(path: string): number {
	try {
		const database = new DatabaseSync(path, { readOnly: true })
		try {
			return versionOf(database)
		} finally {
			database.close()
		}
	} catch {
		return 0
	}
}

function rotate(dataDir: string): void {
	const seen: Partial<Record<Reason, number>> = {}
	for (const name of namesIn(dataDir)) {
		const reason = (pattern.exec(name)?.[2] ?? 'asked') as Reason
		const count = (seen[reason] ?? 0) + 1
		seen[reason] = count
		if (count > kept[reason]) rmSync(join(folderOf(dataDir), name), { force: true })
	}
}
