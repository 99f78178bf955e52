/** The last step of a move: the copy takes the name that makes it the workspace. */
import { existsSync, renameSync } from 'node:fs'
import { databaseFile } from '../workspace/file.ts'
import { syncFolder } from './durable.ts'

/** What a copied database is called until the note names its folder: nothing opens it by mistake. */
export const unfinishedFile = (dataDir: string): string => `${databaseFile(dataDir)}.moving`

/** Finishes a move to the folder that the note names. May be called at any time, by any process, also twice. */
export function finishMove(dataDir: string): void {
	if (existsSync(databaseFile(dataDir)) || !existsSync(unfinishedFile(dataDir))) return
	try {
		renameSync(unfinishedFile(dataDir), databaseFile(dataDir))
	} catch (error) {
		// Another process was quicker.
		if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
	}
	syncFolder(dataDir)
}
