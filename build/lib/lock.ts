/** One at a time across processes. The lock is SQLite's own, so the system lets go of it however its holder ends. */
import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as pause } from 'node:timers/promises'

/**
 * Runs `work` while no other process runs work under the same lock file.
 * @param file made when missing
 * @param onWait called once when somebody else is at it
 */
export async function exclusively<T>(file: string, work: () => Promise<T>, onWait: () => void): Promise<T> {
	mkdirSync(dirname(file), { recursive: true })
	const lock = new DatabaseSync(file, { timeout: 0 })
	try {
		let waited = false
		while (!tryTake(lock)) {
			if (!waited) onWait()
			waited = true
			await pause(100)
		}
		return await work()
	} finally {
		lock.close()
	}
}

const busy = 5

function tryTake(lock: DatabaseSync): boolean {
	try {
		lock.exec('BEGIN EXCLUSIVE')
		return true
	} catch (error) {
		if ((error as { errcode?: number }).errcode === busy) return false
		throw error
	}
}
