/**
 * Moves a workspace and says each step aloud. Arguments: the note's file, the new folder, and the step after which it stands still
 * until it is killed (none: it goes through).
 */
import { moveWorkspace } from '#backend/data-folder/move.ts'
import { FolderNote } from '#backend/data-folder/note.ts'
import { say } from './say.ts'

const [file = '', to = '', last] = process.argv.slice(2)
const note = new FolderNote(file)
await moveWorkspace(note.standardDir, to, note, (step) => {
	say(step)
	if (step === last) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)
})
