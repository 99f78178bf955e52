/**
 * Moves the workspace to another folder so that nothing is ever lost.
 *
 * It happens at a start, before the workspace is opened, and not while the program runs: a running host has the folder in many
 * hands (statements, the daily backup, the log, Chromium's profile), and a write that it has acknowledged after the copy would be
 * lost. A host that can start itself again does so at once, which looks the same to its reader.
 *
 * The note in the standard place is the one thing that decides which folder is the workspace. It is replaced in one step, after the
 * copy has been compared and is on the disk. Before that step the old folder is the workspace, whole and untouched, and what lies in
 * the new one is no workspace yet; killed there, the next start does it all again. After it the new folder is, and what is left
 * to do (`finishMove`, the mark) can be done by any later start or not at all.
 *
 * The host lock keeps other hosts away. A command of the command line may come at any moment, and is kept from writing into the old
 * folder twice over: the data file leaves write-ahead logging, which SQLite allows only while nobody else has it open, and is then
 * held for writing until the note is written; and whoever opens a workspace asks the note once more when it holds the file
 * (`FolderNote.refuseLeft`).
 */
import { existsSync, mkdirSync, readdirSync, renameSync, rmdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { Failure } from '../failure.ts'
import { busyTimeout, databaseFile } from '../workspace/file.ts'
import { isBusy } from '../workspace/sqlite-errors.ts'
import { copyDatabase, copyPlain, removeCopies } from './copy.ts'
import { syncFolder } from './durable.ts'
import { finishMove, unfinishedFile } from './finish.ts'
import type { FolderNote } from './note.ts'

/** What has just been done. */
export type Step = 'held' | 'begun' | 'files' | 'database' | 'noted' | 'finished' | 'marked'

/**
 * Makes `to` the workspace in place of `from`. To be called by whoever holds the host lock of `from`.
 * @param to has been looked at by `checkFolder`: it is missing, empty, or an unfinished copy of an earlier attempt
 * @param done told of each step
 * @throws Failure when it did not happen: then `from` is the workspace still
 */
export async function moveWorkspace(
	from: string,
	to: string,
	note: FolderNote,
	done: (step: Step) => void = () => {},
): Promise<void> {
	const made = !existsSync(to)
	let held: DatabaseSync | undefined
	try {
		held = holdStill(from)
		done('held')
		mkdirSync(to, { recursive: true, mode: 0o700 })
		for (const end of ['-journal', '-wal', '-shm']) rmSync(unfinishedFile(to) + end, { force: true })
		// First of all: from now on the folder can be told to be an unfinished copy.
		writeFileSync(unfinishedFile(to), '', { mode: 0o600 })
		done('begun')
		copyPlain(from, to)
		done('files')
		await copyDatabase(from, to)
		syncFolder(to)
		syncFolder(join(to, '..'))
		done('database')
		const { planned: _, failed: __, ...rest } = note.read()
		note.write({ ...rest, folder: to, moved: { from, to, left: freeNameFor(from) } })
		done('noted')
	} catch (error) {
		held?.close()
		if (held) tidy(from, to, made)
		throw error instanceof Failure ? error : moveFailure(error)
	}
	finishMove(to)
	done('finished')
	held.close()
	mark(from, to)
	done('marked')
}

/** Opens the data file so that nobody else can write into it until it is closed. */
function holdStill(dataDir: string): DatabaseSync {
	if (!existsSync(databaseFile(dataDir)))
		throw new Failure(
			'NOT_FOUND',
			'There is no data to be moved yet.',
			'Start Parallax once, then choose the folder again.',
		)
	const database = new DatabaseSync(databaseFile(dataDir), { timeout: busyTimeout })
	try {
		database.exec('PRAGMA journal_mode = DELETE; BEGIN IMMEDIATE')
		return database
	} catch (error) {
		database.close()
		throw error
	}
}

/** Takes away what a failed move has put into the new folder. Whatever cannot be taken away is known as unfinished by its name. */
function tidy(from: string, to: string, made: boolean): void {
	try {
		removeCopies(from, to)
		if (made && readdirSync(to).length === 0) rmdirSync(to)
	} catch {}
}

const moveFailure = (cause: unknown) =>
	isBusy(cause)
		? new Failure(
				'UNAVAILABLE',
				'Another program is using the data file.',
				'Close other programs that use it, commands of Parallax among them, and move the data again.',
				{ cause },
			)
		: new Failure(
				'UNAVAILABLE',
				'The data could not be copied.',
				'Make sure that the new folder is connected, may be written to and has room, or choose another one.',
				{ cause },
			)

/** @returns what the old folder is to be called, so that nobody takes it for the workspace. */
function freeNameFor(from: string): string {
	const name = `${from} (moved ${new Date().toISOString().slice(0, 10)})`
	for (let count = 1; ; count++) {
		const free = count === 1 ? name : `${name} ${count}`
		if (!existsSync(free)) return free
	}
}

const markFile = 'This data has moved.txt'

function mark(from: string, to: string): void {
	try {
		writeFileSync(
			join(from, markFile),
			`This is an old copy. Parallax moved your data on ${new Date().toISOString().slice(0, 10)}, and uses it in\n\n\t${to}\n\nNothing here has been changed. When all is well there, this folder may be deleted.\n`,
		)
	} catch {
		// The note says so all the same.
	}
}

/** Gives the old folder the name that the note has for it, once nobody has anything in it open. */
export function renameLeft(note: FolderNote): void {
	const { moved } = note.read()
	if (!moved || existsSync(moved.left) || !existsSync(join(moved.from, markFile))) return
	try {
		renameSync(moved.from, moved.left)
	} catch {
		// It is marked inside as well.
	}
}
