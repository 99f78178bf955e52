/** The workspace's one database file. */
import { join } from 'node:path'
import type { DatabaseSync } from 'node:sqlite'

/** Milliseconds to wait for another process (the command line) that is writing. */
export const busyTimeout = 5000

export const databaseFile = (dataDir: string): string => join(dataDir, 'parallax.sqlite')

/** @returns the schema version a database was written with; 0 when it is empty. */
export const versionOf = (database: DatabaseSync): number =>
	Number(Object.values(database.prepare('PRAGMA user_version').get() ?? {})[0] ?? 0)

/** @returns whether a database is empty or has our tables, not those of another program. */
export function isOurs(database: DatabaseSync): boolean {
	const tables = database.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").all()
	return tables.length === 0 || (versionOf(database) > 0 && tables.some(({ name }) => name === 'setting'))
}
