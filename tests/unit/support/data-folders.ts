/** A reader's data in its standard place, and folders that it may be moved to. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { locateData } from '#backend/data-dir.ts'
import { FolderNote } from '#backend/data-folder/note.ts'
import { Workspace } from '#backend/workspace/workspace.ts'
import { freshFolder } from './folder.ts'
import { visitTo } from './workspaces.ts'

export interface Home {
	/** Everything lies in here. */
	folder: string
	note: FolderNote
	/** The standard workspace folder: a setting, visits, a backup and a file that is not the program's. */
	from: string
	/** A folder that is not there yet. */
	to: string
}

/** @param visits how many rows there are */
export async function makeHome(visits = 3): Promise<Home> {
	const folder = freshFolder()
	const note = new FolderNote(join(folder, 'data', 'data-folder.json'))
	const from = note.standardDir
	const workspace = await Workspace.open(from, note)
	workspace.store.changeSettings({ theme: 'dark' })
	for (let i = 0; i < visits; i++) workspace.store.visit(visitTo(`/read/${i}`))
	for await (const _ of workspace.createBackup());
	await workspace.close()
	mkdirSync(join(from, 'deep', 'down'), { recursive: true })
	writeFileSync(join(from, 'deep', 'down', 'own.txt'), 'mine')
	writeFileSync(join(from, 'host.json'), '{}')
	return { folder, note, from, to: join(folder, 'elsewhere', 'Parallax') }
}

/** What the next start finds: where, and whether it is all there. */
export async function nextStart(note: FolderNote) {
	const { dataDir, failure } = locateData(undefined, note)
	if (failure) throw failure
	const workspace = await Workspace.open(dataDir, note)
	const { theme } = workspace.store.settings()
	const found = {
		dataDir,
		theme,
		visits: workspace.store.counts().visit,
		backups: workspace.backups().length,
		own: readFileSync(join(dataDir, 'deep', 'down', 'own.txt'), 'utf8'),
	}
	await workspace.close()
	return found
}
