/** The reader's workspace: one folder, one database, its backups. */
import type { DatabaseSync } from 'node:sqlite'
import type { Backup, BackupProgress } from '#contract/workspace.ts'
import { standardNote } from '../data-dir.ts'
import { Failure } from '../failure.ts'
import { backUpDaily, listBackups, makeBackup } from './backups.ts'
import { Changes } from './changes.ts'
import { migrate, openDatabase } from './database.ts'
import { Gate } from './gate.ts'
import { restoreBackup } from './restore.ts'
import { Searches } from './searches.ts'
import { Sql } from './sql.ts'
import { Store } from './store.ts'

export class Workspace {
	readonly dataDir: string
	readonly sql: Sql
	readonly store: Store
	readonly searches: Searches
	readonly changes: Changes
	readonly gate = new Gate()
	readonly #database: DatabaseSync
	#copying: Promise<unknown> = Promise.resolve()

	private constructor(dataDir: string, database: DatabaseSync) {
		this.dataDir = dataDir
		this.#database = database
		this.sql = new Sql(database)
		this.store = new Store(this.sql)
		this.searches = new Searches(this.sql)
		this.changes = new Changes(database)
	}

	/**
	 * Opens the workspace in a folder.
	 * @param note knows which folder has been moved away
	 * @throws Failure as `openDatabase`, and for such a folder
	 */
	static async open(dataDir: string, note = standardNote()): Promise<Workspace> {
		note.refuseLeft(dataDir)
		const database = await openDatabase(dataDir)
		try {
			// Once more: a move may have ended while the file was being opened. From here on none can begin.
			note.refuseLeft(dataDir)
		} catch (error) {
			database.close()
			throw error
		}
		return new Workspace(dataDir, database)
	}

	/** Makes the day's backup in the background, then empties the trash; a failure is told to `report`. */
	startChores(report: (error: unknown) => void): void {
		this.#await(
			backUpDaily(this.#database, this.dataDir)
				.then(() => this.emptyTrash())
				.catch(report),
		)
	}

	/** Deletes what has been in the trash for 30 days. */
	async emptyTrash(): Promise<void> {
		const { emptyTrash } = await import('./empty-trash.ts')
		await this.gate.passed()
		emptyTrash(this.sql)
	}

	/** Backs up now. @yields progress in pages, then the finished backup. */
	async *createBackup(signal?: AbortSignal): AsyncGenerator<BackupProgress> {
		const steps: BackupProgress[] = []
		let wake = () => {}
		const progress = (done: number, total: number) => {
			steps.push({ type: 'progress', done, total })
			wake()
		}
		const making = makeBackup(this.#database, this.dataDir, 'asked', { progress }).then((backup) => {
			steps.push({ type: 'done', backup })
			wake()
		})
		this.#await(making)
		for (;;) {
			const step = steps.shift()
			if (step) {
				yield step
				if (step.type === 'done') return
			} else {
				if (signal?.aborted)
					throw new Failure('CANCELLED', 'Nobody waits for this backup any more.', 'It is finished all the same.')
				await Promise.race([making, new Promise<void>((resolve) => (wake = resolve))])
			}
		}
	}

	backups(): Backup[] {
		return listBackups(this.dataDir)
	}

	async restore(name: string): Promise<Backup> {
		const restoring = restoreBackup(this.#database, this.dataDir, name)
		this.#await(restoring)
		const safety = await restoring
		// The backup may be from before the last update of the program.
		await migrate(this.#database, this.dataDir)
		this.changes.tell('everything')
		return safety
	}

	async close(): Promise<void> {
		this.changes.close()
		await this.#copying
		this.#database.close()
	}

	/** The database stays open until this has ended, well or not. */
	#await(copying: Promise<unknown>): void {
		this.#copying = Promise.allSettled([this.#copying, copying])
	}
}
