/** Writing so that it is on the disk, not only on its way there. */
import { closeSync, fsyncSync, openSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

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

/** Writes a file as a whole: a crash leaves the old one or the new one. */
export function writeWhole(file: string, text: string): void {
	writeFileSync(`${file}.new`, text, { mode: 0o600 })
	syncFile(`${file}.new`)
	renameSync(`${file}.new`, file)
	syncFolder(dirname(file))
}
