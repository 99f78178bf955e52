/** Writing so that it is on the disk, not only on its way there. */
import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

/** The mode of a file that is the reader’s to pass on: whatever the system gives a new file. */
export const shareable = 0o666

/** Waits until a file's content is on the disk. */
export function syncFile(path: string): void {
	const file = openSync(path, 'r+')
	try {
		fsyncSync(file)
	} finally {
		closeSync(file)
	}
}

/** Waits until a folder's list of names is on the disk. Windows has no such call and needs none. */
export function syncFolder(path: string): void {
	if (process.platform === 'win32') return
	const folder = openSync(path, 'r')
	try {
		fsyncSync(folder)
	} finally {
		closeSync(folder)
	}
}

/**
 * Writes a file as a whole: a crash leaves the old one or the new one. What was written aside is removed when it cannot be done.
 * @param content text in UTF-8, or bytes
 * @param mode who may read it: nobody else, unless said otherwise
 */
export function writeWhole(file: string, content: string | Uint8Array, mode = 0o600): void {
	const aside = `${file}.${process.pid}.new`
	try {
		writeFileSync(aside, content, { mode })
		syncFile(aside)
		renameSync(aside, file)
	} catch (cause) {
		rmSync(aside, { force: true })
		throw cause
	}
	syncFolder(dirname(file))
}
