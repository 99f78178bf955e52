/** Which folder is the workspace: the one that was named, else the one in the note, else the standard one. */
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import envPaths from 'env-paths'
import { finishMove } from './data-folder/finish.ts'
import { FolderNote } from './data-folder/note.ts'
import { Failure } from './failure.ts'
import { databaseFile } from './workspace/file.ts'

/** The note in the place where the system keeps applications' data; the standard folder lies beside it. */
export const standardNote = (): FolderNote =>
	new FolderNote(join(envPaths('Parallax', { suffix: '' }).data, 'data-folder.json'))

export interface DataPlace {
	dataDir: string
	/** The note that may move the folder; none where --data or PARALLAX_DATA names it. */
	note?: FolderNote
	/** Why the folder cannot be used. It must not be made anew: the data is somewhere else. */
	failure?: Error
}

/** @param named by --data. Never throws, so that a host can say in its own way what is wrong. */
export function locateData(named?: string, note = standardNote()): DataPlace {
	const fixed = named ?? process.env.PARALLAX_DATA
	if (fixed) return { dataDir: resolve(fixed) }
	try {
		const { folder } = note.read()
		if (folder === undefined) return { dataDir: note.standardDir, note }
		finishMove(folder)
		// On a disk that is not connected: an empty workspace in its place would look like everything lost.
		return existsSync(databaseFile(folder))
			? { dataDir: folder, note }
			: { dataDir: folder, note, failure: away(folder, note) }
	} catch (error) {
		if (!(error instanceof Failure)) throw error
		return { dataDir: note.standardDir, note, failure: error }
	}
}

const away = (folder: string, note: FolderNote) =>
	new Failure(
		'UNAVAILABLE',
		`Your data folder ${folder} is not there.`,
		`Connect the disk that it is on and start Parallax again. If it is gone for good, delete the file ${note.file}, and Parallax starts in its standard folder.`,
	)
