/** Looks whether a folder can hold the workspace, before anything happens. */
import {
	accessSync,
	constants,
	existsSync,
	mkdirSync,
	readdirSync,
	realpathSync,
	rmdirSync,
	statfsSync,
	statSync,
} from 'node:fs'
import { homedir } from 'node:os'
import { basename, dirname, isAbsolute, join, relative, resolve } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { FolderCheck } from '#contract/data-folder.ts'
import { Failure } from '../failure.ts'
import { removeDatabase } from '../workspace/backup-files.ts'
import { inspectWorkspace } from '../workspace/database.ts'
import { databaseFile } from '../workspace/file.ts'
import { openingFailure } from '../workspace/sqlite-errors.ts'
import { bytesToMove } from './copy.ts'
import { unfinishedFile } from './finish.ts'
import type { FolderNote } from './note.ts'

/** Room that must be left besides the copy, in bytes: the data grows, and SQLite writes beside it. */
const spare = 32 * 1024 * 1024
/** The folder of our own in one that has other things in it. */
const ownName = 'Parallax'

/**
 * @param typed as a person writes it, `~` included
 * @param current the workspace now
 * @throws Failure that says what is wrong with the folder
 */
export function checkFolder(typed: string, current: string, note: FolderNote): FolderCheck {
	const named = absolute(typed)
	refuseFile(named)
	const path = holdsOther(named) ? join(named, ownName) : named
	refuseFile(path)
	refuseOverlap(path, current, note)
	if (existsSync(databaseFile(path))) {
		refuseUnusable(path)
		return { path, how: 'use', bytes: 0, free: freeAt(path) }
	}
	if (holdsOther(path))
		throw new Failure(
			'CONFLICT',
			`The folder ${path} has other things in it.`,
			'Choose an empty folder, or one that is not there yet.',
		)
	tryWriting(path)
	const [bytes, free] = [bytesToMove(current), freeAt(path)]
	if (free < bytes + spare)
		throw new Failure(
			'UNAVAILABLE',
			`There is not enough room: ${megabytes(free)} are free, ${megabytes(bytes + spare)} are needed.`,
			'Make room there, or choose a folder on another disk.',
		)
	return { path, how: 'move', bytes, free }
}

/** Of a workspace that is there already: it must open. */
function refuseUnusable(path: string): void {
	try {
		inspectWorkspace(path)
	} catch (error) {
		const { code, message } = error instanceof Failure ? error : openingFailure(error)
		throw new Failure(
			code,
			`There is data of Parallax in ${path}, but it cannot be used. ${message}`,
			'Choose another folder.',
			{
				cause: error,
			},
		)
	}
}

function absolute(typed: string): string {
	const path = typed.trim().replace(/^~(?=$|[/\\])/, () => homedir())
	if (isAbsolute(path) && !path.includes('\0')) return resolve(path)
	const start = process.platform === 'win32' ? 'C:\\' : '/'
	throw new Failure(
		'BAD_REQUEST',
		`“${typed}” does not say where it starts.`,
		`Write the whole path, from ${start} or from ~ (your own folder).`,
	)
}

function refuseFile(path: string): void {
	if (statOf(path)?.isDirectory() === false)
		throw new Failure('BAD_REQUEST', `${path} is a file, not a folder.`, 'Choose a folder.')
}

function refuseOverlap(path: string, current: string, note: FolderNote): void {
	const { moved } = note.read()
	const way = relative(real(current), real(path))
	if (way === '') throw new Failure('CONFLICT', 'Your data is in this folder already.', 'Choose another one.')
	if (!way.startsWith('..') && !isAbsolute(way))
		throw new Failure('CONFLICT', 'This folder is inside the one that your data is in now.', 'Choose one outside it.')
	if (existsSync(databaseFile(path)) && moved && [moved.from, moved.left].includes(path))
		throw new Failure(
			'CONFLICT',
			'This folder holds the old copy of your data, from before it was moved.',
			'Delete or rename it first, or choose another one.',
		)
}

/** @returns whether a folder has something in it that is neither a workspace nor the beginning of one. */
const holdsOther = (path: string) =>
	!existsSync(databaseFile(path)) && !existsSync(unfinishedFile(path)) && namesIn(path).length > 0

/** Writes a small database there and takes it away: some disks take files, but not the locks that keep data safe. */
function tryWriting(path: string): void {
	const made = !existsSync(path) ? mkdirOf(path) : undefined
	const probe = join(path, '.parallax-probe')
	try {
		accessSync(path, constants.W_OK)
		const database = new DatabaseSync(probe)
		try {
			const [mode] = Object.values(database.prepare('PRAGMA journal_mode = WAL').get() ?? {})
			database.exec('CREATE TABLE probe (x)')
			if (mode !== 'wal') throw new Error(`journal mode ${mode}`)
		} finally {
			database.close()
		}
	} catch (cause) {
		throw cannotWrite(path, cause)
	} finally {
		removeDatabase(probe)
		if (made) removeEmpty(path, made)
	}
}

function mkdirOf(path: string): string | undefined {
	try {
		return mkdirSync(path, { recursive: true, mode: 0o700 })
	} catch (cause) {
		throw cannotWrite(path, cause)
	}
}

const cannotWrite = (path: string, cause: unknown) =>
	new Failure(
		'UNAVAILABLE',
		`Parallax cannot keep data in ${path}.`,
		'Choose a folder on this computer or on a disk of its own, where you may write.',
		{ cause },
	)

/** Takes away the empty folders that a trial has made, from the deepest up to the first. */
function removeEmpty(path: string, first: string): void {
	for (let folder = path; ; folder = dirname(folder)) {
		rmdirSync(folder)
		if (folder === first || dirname(folder) === folder) return
	}
}

const statOf = (path: string) => {
	try {
		return statSync(path, { throwIfNoEntry: false })
	} catch {
		// A file stands where one of its folders should be, or nobody may look: writing there tells.
		return undefined
	}
}

function namesIn(path: string): string[] {
	try {
		return readdirSync(path)
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
		throw cannotWrite(path, error)
	}
}

/** @returns the path without symbolic links, as far as it exists. */
function real(path: string): string {
	if (existsSync(path) || dirname(path) === path) return realpathSync.native(path)
	return join(real(dirname(path)), basename(path))
}

function freeAt(path: string): number {
	if (!existsSync(path)) return freeAt(dirname(path))
	const { bavail, bsize } = statfsSync(path)
	return bavail * bsize
}

const megabytes = (bytes: number) => `${Math.max(1, Math.round(bytes / 1_000_000))} MB`
