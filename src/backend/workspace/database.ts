/** Opens the workspace's one SQLite file: checked, migrated, safe against a crash. */
import { mkdirSync, statSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { Failure } from '../failure.ts'
import { listBackups, makeBackup } from './backups.ts'
import { busyTimeout, databaseFile, isOurs, versionOf } from './file.ts'
import { currentVersion, migrations } from './migrations.ts'
import { damagedAdvice, isReadOnly, openingFailure } from './sqlite-errors.ts'

/**
 * Opens the database of a workspace, creating it when there is none.
 * @throws Failure TOO_NEW when a newer Parallax wrote it, DAMAGED when it fails its integrity check, UNAVAILABLE when it cannot
 *   be reached or another program holds it; the file is left as it was
 */
export async function openDatabase(dataDir: string): Promise<DatabaseSync> {
	try {
		// The reader's own notes: for nobody else on the machine.
		mkdirSync(dataDir, { recursive: true, mode: 0o700 })
	} catch (error) {
		throw new Failure('UNAVAILABLE', `The folder ${dataDir} cannot be made.`, 'Choose another data folder.', {
			cause: error,
		})
	}
	const file = databaseFile(dataDir)
	let database: DatabaseSync | undefined
	try {
		const inspected = inspectWorkspace(dataDir)
		database = connect(file)
		if (!inspected) inspect(database)
		database.exec(settings)
		await migrate(database, dataDir)
		return database
	} catch (error) {
		database?.close()
		throw error instanceof Failure ? error : openingFailure(error)
	}
}

const settings = 'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA trusted_schema = OFF'
const connect = (file: string) => new DatabaseSync(file, { timeout: busyTimeout, enableForeignKeyConstraints: true })

/** @returns one more connection to the database of a workspace that is open. */
export function openBeside(dataDir: string): DatabaseSync {
	const database = connect(databaseFile(dataDir))
	database.exec(settings)
	return database
}

/**
 * Looks at a data file that is there through a connection that cannot write, not even to tidy up when it closes.
 * @returns whether it has been inspected; a write that was cut short can only be undone by a connection that writes
 */
export function inspectWorkspace(dataDir: string): boolean {
	const file = databaseFile(dataDir)
	const bytes = sizeOf(file)
	if (bytes === undefined) return true
	// A file that was just made is empty too; one with a past has lost it, and opening it would throw the rest away.
	if (bytes === 0 && (sizeOf(`${file}-wal`) || listBackups(dataDir).length))
		throw new Failure('DAMAGED', 'The data file is empty.', damagedAdvice)
	const database = new DatabaseSync(file, { readOnly: true, timeout: busyTimeout })
	try {
		inspect(database)
		return true
	} catch (error) {
		if (isReadOnly(error)) return false
		throw error
	} finally {
		database.close()
	}
}

const sizeOf = (path: string) => statSync(path, { throwIfNoEntry: false })?.size

function inspect(database: DatabaseSync): void {
	const version = versionOf(database)
	if (version > currentVersion)
		throw new Failure(
			'TOO_NEW',
			`Your data was written by a newer Parallax (data version ${version}; this one knows ${currentVersion}).`,
			'Install the newer Parallax again; nothing has been changed.',
		)
	const result = Object.values(database.prepare('PRAGMA quick_check(1)').get() ?? {})[0]
	if (result !== 'ok') throw new Failure('DAMAGED', 'The data file is damaged.', damagedAdvice)
	if (!isOurs(database)) throw new Failure('DAMAGED', 'The data file is not one of Parallax.', damagedAdvice)
}

/** Brings a database to this version, all steps in one transaction, after one backup of what was there. */
export async function migrate(database: DatabaseSync, dataDir: string): Promise<void> {
	const version = versionOf(database)
	if (version >= currentVersion) return
	if (version > 0) await makeBackup(database, dataDir, 'migration')
	database.exec('BEGIN IMMEDIATE')
	try {
		// Another process may have been quicker while this one waited for the lock.
		const reached = versionOf(database)
		for (const step of migrations.filter((step) => step.version > reached))
			database.exec(`${step.sql}; PRAGMA user_version = ${step.version}`)
		database.exec('COMMIT')
	} catch (error) {
		database.exec('ROLLBACK')
		throw error
	}
}
