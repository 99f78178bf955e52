/** A connection of one's own to the workspace's database, for work that takes long. */
import { DatabaseSync } from 'node:sqlite'
import { busyTimeout, databaseFile } from '../../workspace/file.ts'
import { Sql } from '../../workspace/sql.ts'
import { Store } from '../../workspace/store.ts'
import { Cards } from '../cards.ts'

export interface Beside {
	cards: Cards
	/** All of what is done in between, or nothing: `agreed` is asked for before it becomes final. */
	whole<T>(work: () => T, agreed: () => Promise<void>): Promise<T>
	close(): void
}

/** The reader's time as it is when the work begins. */
export interface Now {
	at: number
	zone: string
}

/** @param readOnly whether nothing may be changed over it */
export function openBeside(dataDir: string, { at, zone }: Now, readOnly = false): Beside {
	const options = { timeout: busyTimeout, enableForeignKeyConstraints: true, readOnly }
	const database = new DatabaseSync(databaseFile(dataDir), options)
	database.exec('PRAGMA synchronous = FULL; PRAGMA trusted_schema = OFF')
	const sql = new Sql(database)
	const store = new Store(sql)
	return {
		cards: new Cards(sql, () => store.settings(), { now: () => at, zone: () => zone }),
		async whole(work, agreed) {
			database.exec('BEGIN IMMEDIATE')
			try {
				const result = work()
				await agreed()
				database.exec('COMMIT')
				return result
			} catch (error) {
				database.exec('ROLLBACK')
				throw error
			}
		},
		close: () => database.close(),
	}
}
