/** At the start of a host: what was planned for the data folder happens now. */
import { type DataPlace, locateData } from '../data-dir.ts'
import { Failure } from '../failure.ts'
import { type HostInfo, takeHostLock } from '../host-lock.ts'
import { checkFolder } from './check.ts'
import { moveWorkspace, renameLeft } from './move.ts'
import type { FolderNote, NoteContent } from './note.ts'

/**
 * Does what is planned, if anything is. Where another host runs in the folder, nothing happens: it goes on there.
 * @param say tells whoever watches the start
 * @returns the place to start with
 */
export async function settleData(
	place: DataPlace,
	kind: HostInfo['kind'],
	say: (sentence: string) => void,
): Promise<DataPlace> {
	const { dataDir, note, failure } = place
	const planned = failure ? undefined : note?.read().planned
	if (!note || !planned) return place
	const lock = await takeHostLock(dataDir, { kind }, () => {})
	if (!lock.held) return place
	try {
		await carryOut(dataDir, planned, note, say)
	} finally {
		await lock.release()
	}
	renameLeft(note)
	return locateData(undefined, note)
}

async function carryOut(
	dataDir: string,
	planned: NonNullable<NoteContent['planned']>,
	note: FolderNote,
	say: (sentence: string) => void,
): Promise<void> {
	try {
		// Looked at again: since it was planned, a disk may have filled or gone.
		const { path, how } = checkFolder(planned.path, dataDir, note)
		if (path !== planned.path || how !== planned.how)
			throw new Failure('CONFLICT', `The folder ${planned.path} has changed since it was chosen.`, 'Choose it again.')
		say(
			how === 'move'
				? `Parallax moves its data to ${path}. This may take a moment.`
				: `Parallax uses the data in ${path}.`,
		)
		if (how === 'move') await moveWorkspace(dataDir, path, note)
		else {
			const { planned: _, failed: __, ...rest } = note.read()
			note.write({ ...rest, folder: path })
		}
	} catch (error) {
		if (!(error instanceof Failure)) throw error
		const { planned: _, ...rest } = note.read()
		note.write({ ...rest, failed: { path: planned.path, sentence: error.message, next: error.next } })
		say(`The data was not moved. ${error.message}`)
	}
}
