/** Workspaces of a test: opened, closed in the end, and looked at from outside. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { onTestFinished } from 'vitest'
import { AnnotationStore } from '#backend/annotations/store.ts'
import { Cards } from '#backend/cards/cards.ts'
import type { Clock } from '#backend/cards/clock.ts'
import { ResultStore } from '#backend/classroom/results.ts'
import { PresentationStore } from '#backend/classroom/store.ts'
import { databaseFile } from '#backend/workspace/file.ts'
import { Workspace } from '#backend/workspace/workspace.ts'
import { freshFolder } from './folder.ts'

/** A workspace, and what branches of the program make of it when they are asked. */
export type OpenWorkspace = Workspace & {
	cards: Cards
	annotations: AnnotationStore
	presentations: PresentationStore
	results: ResultStore
}

/** @returns a workspace that is closed after the test. */
export async function openWorkspace(dataDir: string = freshFolder(), clock?: Clock): Promise<OpenWorkspace> {
	const workspace = await Workspace.open(dataDir)
	onTestFinished(() => workspace.close().catch(() => {}))
	return Object.assign(workspace, {
		cards: Cards.of(workspace, clock),
		annotations: new AnnotationStore(workspace.sql),
		presentations: new PresentationStore(workspace.sql),
		results: new ResultStore(workspace.sql),
	})
}

/** @returns a workspace some seconds after its start: what was in the trash for 30 days has gone. */
export async function openLater(dataDir: string): Promise<OpenWorkspace> {
	const workspace = await openWorkspace(dataDir)
	await workspace.emptyTrash()
	return workspace
}

/** @returns the path of a workspace folder that was opened once, with one setting and one visit in it. */
export async function usedFolder(): Promise<string> {
	const dataDir = freshFolder()
	const workspace = await Workspace.open(dataDir)
	workspace.store.changeSettings({ theme: 'dark' })
	workspace.store.visit(visitTo('/read/a'))
	await workspace.close()
	return dataDir
}

export const visitTo = (address: string, title = address) => ({ address, title, kind: 'document' as const })

/** Runs SQL on a workspace's data file, past the program. */
export function withDatabase<T>(dataDir: string, work: (database: DatabaseSync) => T): T {
	const database = new DatabaseSync(databaseFile(dataDir))
	try {
		return work(database)
	} finally {
		database.close()
	}
}

/** @returns what a file holds, as a hash. */
export const hashOf = (file: string): string => createHash('sha256').update(readFileSync(file)).digest('hex')
