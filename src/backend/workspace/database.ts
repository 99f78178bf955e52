/** Opens the workspace's one SQLite file: checked, migrated, safe against a crash. */
import { existsSync, mkdirSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { Failure } from '../failure.ts'
import { makeBackup } from './backups.ts'
import { databaseFile, versionOf } from './file.ts'
import { currentVersion, migrations } from './migrations.ts'

/** Milliseconds to wait for another process (the command line) that is writing. */
const busyTimeout = 5000

/**
 * Opens the database of a workspace, creating it when there is none.
 * @throws Failure TOO_NEW when a newer Parallax wrote it, DAMAGED when it fails its integrity check; the file is left as it was
 */
export async function openDatabase(dataDir: string): Promise<DatabaseSync> {
	try {
		mkdirSync(dataDir, { recursive: true })
	} catch (error) {
		throw new Failure('UNAVAILABLE', `The folder ${dataDir} cannot be made.`, 'Choose another data folder.', {
			cause: error,
		})
	}
	const file = databaseFile(dataDir)
	const existed = existsSync(file)
	let database: DatabaseSync | undefined
	try {
		database = new DatabaseSync(file, { timeout: busyTimeout, enableForeignKeyConstraints: true })
		if (existed) inspect(database)
		database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA trusted_schema = OFF')
		await migrate(database, dataDir)
		return database
	} catch (error) {
		database?.close()
		if (error instanceof Failure) throw error
		throw new Failure('DAMAGED', 'The data file cannot be read.', advice, { cause: error })
	}
}

const advice =
	'Restore a backup with “parallax backup list” and “parallax backup restore NAME”, or choose another data folder.'

/** Looks without writing: a newer file is refused before anything touches it. */
function inspect(database: DatabaseSync): void {
	const version = versionOf(database)
	if (version > currentVersion)
		throw new Failure(
			'TOO_NEW',
			`Your data was written by a newer Parallax (data version ${version}; this one knows ${currentVersion}).`,
			'Install the newer Parallax again; nothing has been changed.',
		)
	const result = Object.values(database.prepare('PRAGMA quick_check(1)').get() ?? {})[0]
	if (result !== 'ok') throw new Failure('DAMAGED', 'The data file is damaged.', advice)
}

/** Runs the missing steps, each in one transaction, after one backup of what was there. */
async function migrate(database: DatabaseSync, dataDir: string): Promise<void> {
	const version = versionOf(database)
	const missing = migrations.filter((step) => step.version > version)
	if (missing.length && version > 0) await makeBackup(database, dataDir, 'migration')
	for (const step of missing) {
		database.exec('BEGIN IMMEDIATE')
		try {
			// Another process may have been quicker while this one waited for the lock.
			if (versionOf(database) < step.version) database.exec(`${step.sql}; PRAGMA user_version = ${step.version}`)
			database.exec('COMMIT')
		} catch (error) {
			database.exec('ROLLBACK')
			throw error
		}
	}
}
