/** The workspace's one database file. */
import { join } from 'node:path'
import type { DatabaseSync } from 'node:sqlite'

export const databaseFile = (dataDir: string): string => join(dataDir, 'parallax.sqlite')

/** @returns the schema version a database was written with; 0 when it is empty. */
export const versionOf = (database: DatabaseSync): number =>
	Number(Object.values(database.prepare('PRAGMA user_version').get() ?? {})[0] ?? 0)
