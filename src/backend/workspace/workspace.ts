/** The reader's workspace: one folder, one database, its backups. */
import type { DatabaseSync } from 'node:sqlite'
import type { Backup, BackupProgress } from '#contract/workspace.ts'
import { AnnotationStore } from '../annotations/store.ts'
import { Cards } from '../cards/cards.ts'
import type { Clock } from '../cards/clock.ts'
import { ResultStore } from '../classroom/results.ts'
import { PresentationStore } from '../classroom/store.ts'
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
import { TemplateStore } from './templates.ts'
import { emptyTrash } from './trash.ts'

export class Workspace {
	readonly dataDir: string
	readonly store: Store
	readonly searches: Searches
	readonly annotations: AnnotationStore
	readonly cards: Cards
	readonly templates: TemplateStore
	readonly presentations: PresentationStore
	readonly results: ResultStore
	readonly changes: Changes
	readonly gate = new Gate()
	readonly #database: DatabaseSync
	#copying: Promise<unknown> = Promise.resolve()

	private constructor(dataDir: string, database: DatabaseSync, clock?: Clock) {
		this.dataDir = dataDir
		this.#database = database
		const sql = new Sql(database)
		this.store = new Store(sql)
		this.searches = new Searches(sql)
		this.annotations = new AnnotationStore(sql)
		this.cards = new Cards(sql, () => this.store.settings(), clock)
		this.templates = new TemplateStore(sql)
		this.presentations = new PresentationStore(sql)
		this.results = new ResultStore(sql)
		emptyTrash(sql)
		this.changes = new Changes(database)
	}

	/**
	 * Opens the workspace in a folder.
	 * @param note knows which folder has been moved away
	 * @param clock what cards are scheduled by
	 * @throws Failure as `openDatabase`, and for such a folder
	 */
	static async open(dataDir: string, note = standardNote(), clock?: Clock): Promise<Workspace> {
		note.refuseLeft(dataDir)
		const database = await openDatabase(dataDir)
		try {
			// Once more: a move may have ended while the file was being opened. From here on none can begin.
			note.refuseLeft(dataDir)
		} catch (error) {
			database.close()
			throw error
		}
		return new Workspace(dataDir, database, clock)
	}

	/** Makes the day's backup in the background; a failure is told to `report`. */
	startDailyBackup(report: (error: unknown) => void): void {
		this.#await(backUpDaily(this.#database, this.dataDir).catch(report))
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
