/** The program without a window: opened once by a host, spoken to through the contract. */
import { readFile } from 'node:fs/promises'
import type { HostDescription, Notice } from '#contract/host.ts'
import type { Client } from '#contract/index.ts'
import { createClient } from '#contract/port.ts'
import { openAnnotationWork } from './annotations/work/open.ts'
import { type Clock, systemClock } from './cards/clock.ts'
import { Transfers } from './cards/transfer/service.ts'
import { classroomDoor } from './classroom/open.ts'
import { roomRouter } from './classroom/room.ts'
import type { FolderNote } from './data-folder/note.ts'
import { DataFolderService } from './data-folder/service.ts'
import type { HostActions } from './host/actions.ts'
import { openLibrary } from './library/remote.ts'
import { createRouter } from './router.ts'
import { loopPort } from './rpc/loop.ts'
import { type Connection, type Send, serveRouter } from './rpc/serve.ts'
import type { Workers } from './workers.ts'
import { Workspace } from './workspace/workspace.ts'

export interface BackendOptions {
	/** The workspace folder. */
	dataDir: string
	/** Folder of compiled packs. */
	packsDir: string
	/** Pack folders that `library check` looks at when none is named. */
	packSources?: readonly string[]
	/** Entries of the worker threads; without them all runs on the host's own thread. */
	workers?: Workers
	host: HostDescription
	/** What the host can do for a window; its capabilities say so. */
	actions?: HostActions
	/** The note that may move the workspace; none where the folder was named at the start. */
	note?: FolderNote | undefined
	/** The licences made at build. */
	noticesFile?: string
	/** What cards are scheduled by; the system's without one. */
	clock?: Clock
	/** Told of errors that nobody foresaw. */
	report?: (error: unknown) => void
}

export interface Backend {
	/** Opens one window's line: text messages in through `receive`, answers out through `send`. */
	connect(send: Send): Connection
	/** Opens the line of one audience view: it is answered what the room may see, and nothing else. */
	connectRoom(send: Send): Connection
	/** A typed client of the contract within this process. */
	client: Client
	close(): Promise<void>
}

/** Opens the workspace and the library. @throws Failure when the workspace cannot be used */
export async function openBackend(options: BackendOptions): Promise<Backend> {
	const {
		dataDir,
		packsDir,
		packSources = [],
		workers,
		host,
		actions = {},
		note,
		noticesFile,
		clock,
		report = console.error,
	} = options
	const library = await openLibrary(packsDir, workers?.library, report)
	try {
		const workspace = await Workspace.open(dataDir, note, clock)
		if (workers) workspace.startDailyBackup(report)
		const notices = async () => (noticesFile ? (JSON.parse(await readFile(noticesFile, 'utf8')) as Notice[]) : [])
		const dataFolder = new DataFolderService(dataDir, note, actions)
		const work = openAnnotationWork({
			dataDir,
			library: library.client.library,
			gate: workspace.gate,
			worker: workers?.annotations,
			report,
		})
		const transfers = new Transfers({
			dataDir,
			gate: workspace.gate,
			worker: workers?.cards,
			clock: clock ?? systemClock,
		})
		const classroom = classroomDoor({ workspace, actions, workers, report })
		const parts = {
			host,
			actions,
			dataFolder,
			library: library.client,
			work: work.client,
			workspace,
			transfers,
			classroom,
			notices,
			packSources,
		}
		const connect = serveRouter(createRouter(parts), report)
		// The command line reads whole files; nobody outside this process can send anything over this port.
		const own = loopPort((send) => connect(send, Number.POSITIVE_INFINITY))
		return {
			connect,
			connectRoom: serveRouter(roomRouter(classroom), report),
			client: createClient<Client>(own),
			async close() {
				own.close()
				await transfers.close()
				await work.close()
				// Nobody holds it up any more from keeping what was answered.
				await classroom.close()
				await library.close()
				await workspace.close()
			},
		}
	} catch (error) {
		await library.close()
		throw error
	}
}

export type { Connection }
