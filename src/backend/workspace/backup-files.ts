/** The backups folder: what its files are called, and what their names and headers say. */
import { closeSync, existsSync, openSync, readdirSync, readSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Backup } from '#contract/workspace.ts'

export type Reason = Backup['reason']

export const folderOf = (dataDir: string): string => join(dataDir, 'backups')
const pattern = /^parallax-(\d{8}T\d{9}Z)(?:-\d+)?-(asked|scheduled|migration|restore)\.sqlite$/

/** @returns whether a name is that of a backup, and so stays inside the folder. */
export const isBackupName = (name: string): boolean => pattern.test(name) && Number.isFinite(timeOf(name))

export const removeDatabase = (path: string) => {
	for (const end of ['', '-wal', '-shm', '-journal']) rmSync(path + end, { force: true })
}

export function namesIn(dataDir: string): string[] {
	const folder = folderOf(dataDir)
	return existsSync(folder) ? readdirSync(folder).filter(isBackupName).sort().reverse() : []
}

/** `parallax-20261122T101500123Z-asked.sqlite`: sorts by time; a counter tells two of one millisecond apart. */
export function freeName(folder: string, reason: Reason): string {
	const stamp = new Date().toISOString().replace(/[-:.]/g, '')
	for (let count = 0; ; count++) {
		const name = `parallax-${stamp}${count ? `-${count}` : ''}-${reason}.sqlite`
		if (!existsSync(join(folder, name))) return name
	}
}

export function timeOf(name: string): number {
	const stamp = pattern.exec(name)?.[1] ?? ''
	return Date.parse(stamp.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(\d{3})Z$/, '$1-$2-$3T$4:$5:$6.$7Z'))
}

export function infoOf(dataDir: string, name: string): Backup {
	const path = join(folderOf(dataDir), name)
	return {
		name,
		at: timeOf(name),
		bytes: statSync(path, { throwIfNoEntry: false })?.size ?? 0,
		reason: reasonOf(name),
		version: versionIn(path),
	}
}

export const reasonOf = (name: string) => (pattern.exec(name)?.[2] ?? 'asked') as Reason

/** The version as it stands in the file's header (sqlite.org/fileformat), 0 where there is none: a list opens no database. */
function versionIn(path: string): number {
	const header = Buffer.alloc(100)
	try {
		const file = openSync(path, 'r')
		try {
			readSync(file, header, 0, header.length, 0)
		} finally {
			closeSync(file)
		}
	} catch {
		return 0
	}
	return header.toString('latin1', 0, 16) === 'SQLite format 3\0' ? Math.max(0, header.readInt32BE(60)) : 0
}
