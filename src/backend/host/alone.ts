/** Work that only one process may do at a time, guarded by a lock that the system lifts when its holder dies. */
import { DatabaseSync } from 'node:sqlite'
import { setTimeout } from 'node:timers/promises'
import { Failure } from '../failure.ts'
import { isBusy, openingFailure } from '../workspace/sqlite-errors.ts'

/** Milliseconds: longer than anybody should hold it. */
const patience = 20_000

/**
 * Waits for its turn, then does the work.
 * @param file an empty file to hold the lock; SQLite's file locking is the one that Node has on every system
 */
export async function alone<T>(file: string, work: () => Promise<T>): Promise<T> {
	const deadline = Date.now() + patience
	for (;;) {
		const lock = take(file)
		if (lock) {
			try {
				return await work()
			} finally {
				lock.close()
			}
		}
		if (Date.now() > deadline)
			throw new Failure('UNAVAILABLE', 'Another Parallax is starting and does not finish.', 'Close it and try again.')
		await setTimeout(25)
	}
}

function take(file: string): DatabaseSync | undefined {
	let lock: DatabaseSync | undefined
	try {
		lock = new DatabaseSync(file, { timeout: 0 })
		lock.exec('BEGIN EXCLUSIVE')
		return lock
	} catch (error) {
		lock?.close()
		if (isBusy(error)) return undefined
		throw openingFailure(error)
	}
}
