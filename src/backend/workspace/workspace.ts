/** The reader's workspace: one folder, one database, its backups. */
import type { DatabaseSync } from 'node:sqlite'
import type { Backup, BackupProgress } from '#contract/workspace.ts'
import { Failure } from '../failure.ts'
import { backUpDaily, listBackups, makeBackup, restoreBackup } from './backups.ts'
import { Changes } from './changes.ts'
import { openDatabase } from './database.ts'
import { Store } from './store.ts'

export class Workspace {
	readonly dataDir: string
	readonly store: Store
	readonly changes: Changes
	readonly #database: DatabaseSync
	#copying: Promise<unknown> = Promise.resolve()

	private constructor(dataDir: string, database: DatabaseSync) {
		this.dataDir = dataDir
		this.#database = database
		this.store = new Store(database)
		this.changes = new Changes(database)
	}

	/** Opens the workspace in a folder. @throws Failure as `openDatabase` */
	static async open(dataDir: string): Promise<Workspace> {
		const workspace = new Workspace(dataDir, await openDatabase(dataDir))
		workspace.store.emptyTrash()
		return workspace
	}

	/** Makes the day's backup in the background; a failure is told to `report`. */
	startDailyBackup(report: (error: unknown) => void): void {
		this.#copying = backUpDaily(this.#database, this.dataDir).catch(report)
	}

	/** Backs up now. @yields progress in pages, then the finished backup. */
	async *createBackup(signal?: AbortSignal): AsyncGenerator<BackupProgress> {
		const steps: BackupProgress[] = []
		let wake = () => {}
		const making = makeBackup(this.#database, this.dataDir, 'asked', (done, total) => {
			steps.push({ type: 'progress', done, total })
			wake()
		}).then((backup) => {
			steps.push({ type: 'done', backup })
			wake()
		})
		this.#copying = making.catch(() => {})
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
		const safety = await restoreBackup(this.#database, this.dataDir, name)
		this.changes.tell('everything')
		return safety
	}

	async close(): Promise<void> {
		this.changes.close()
		await this.#copying
		this.#database.close()
	}
}
