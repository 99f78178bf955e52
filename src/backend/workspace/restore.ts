/** A backup put in place of the data: checked first, and with a backup of what it replaces. */
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { backup, DatabaseSync } from 'node:sqlite'
import { setTimeout } from 'node:timers/promises'
import type { Backup } from '#contract/workspace.ts'
import { Failure } from '../failure.ts'
import { folderOf, freeName, infoOf, isBackupName, removeDatabase } from './backup-files.ts'
import { makeBackup } from './backups.ts'
import { busyTimeout, databaseFile, isOurs, versionOf } from './file.ts'
import { currentVersion } from './migrations.ts'
import { isTargetBusy } from './sqlite-errors.ts'

/**
 * Puts a backup in place of the data, after a backup of what is there now. Other hosts on the same file see the change.
 * @param live the open database, or undefined when it cannot be opened (then its file is set aside, not deleted)
 * @returns the safety backup, or the set-aside file
 */
export async function restoreBackup(live: DatabaseSync | undefined, dataDir: string, name: string): Promise<Backup> {
	const source = openChecked(dataDir, name)
	try {
		const file = databaseFile(dataDir)
		if (live) {
			const safety = await makeBackup(live, dataDir, 'restore', { spare: name })
			await copyOver(source, file)
			return safety
		}
		// What cannot be read stays in its place until all of the backup lies beside it.
		const aside = `${file}.restored`
		removeDatabase(aside)
		await copyOver(source, aside)
		const safety = setAside(dataDir)
		renameSync(aside, file)
		return safety
	} finally {
		source.close()
	}
}

/** Writes all of `source` into a file in one step; waits while another process is writing there. */
async function copyOver(source: DatabaseSync, file: string): Promise<void> {
	const deadline = Date.now() + busyTimeout
	for (;;)
		try {
			await backup(source, file, { rate: 2 ** 30 })
			return
		} catch (error) {
			if (!isTargetBusy(error) || Date.now() > deadline)
				throw new Failure(
					'UNAVAILABLE',
					isTargetBusy(error) ? 'Another program is using the data file.' : 'The backup could not be put in place.',
					'Close other programs that use it, make sure that the disk has room, and try again.',
					{ cause: error },
				)
			await setTimeout(50)
		}
}

/** Opens a backup and makes sure that it is whole and not too new, before anything is replaced. */
function openChecked(dataDir: string, name: string): DatabaseSync {
	if (!isBackupName(name) || !existsSync(join(folderOf(dataDir), name)))
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
		if (!whole || version === 0 || !isOurs(source)) throw damaged()
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

/** Moves the data file among the backups, with what has not been written back into it yet. */
function setAside(dataDir: string): Backup {
	const file = databaseFile(dataDir)
	mkdirSync(folderOf(dataDir), { recursive: true, mode: 0o700 })
	const name = freeName(folderOf(dataDir), 'restore')
	for (const end of ['', '-wal'])
		if (existsSync(file + end)) renameSync(file + end, join(folderOf(dataDir), name + end))
	rmSync(`${file}-shm`, { force: true })
	return infoOf(dataDir, name)
}
