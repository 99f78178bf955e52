/** The program without a window: opened once by a host, spoken to through the contract. */
import { readFile } from 'node:fs/promises'
import type { HostDescription, Notice } from '#contract/host.ts'
import type { Client } from '#contract/index.ts'
import { createClient } from '#contract/port.ts'
import type { Clock } from './cards/clock.ts'
import type { FolderNote } from './data-folder/note.ts'
import type { HostActions } from './host/actions.ts'
import { openLibrary } from './library/remote.ts'
import { partsOf } from './parts.ts'
import { createRoomRouter, createRouter } from './router.ts'
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
	/** Told what belongs into a log. */
	log?: (sentence: string) => void
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

/** Milliseconds until the day's backup is made: it holds the database, which the first pages ask much. */
const quiet = 3_000

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
		log = () => {},
	} = options
	const library = await openLibrary(packsDir, workers?.library, report)
	try {
		const workspace = await Workspace.open(dataDir, note)
		const chores = workers && setTimeout(() => workspace.startChores(report), quiet).unref()
		const notices = async () => (noticesFile ? (JSON.parse(await readFile(noticesFile, 'utf8')) as Notice[]) : [])
		const given = { host, actions, note, library: library.client, workspace, clock, notices, packSources }
		const { parts, close } = partsOf(given, { workers, report, log })
		const connect = serveRouter(createRouter(parts), report)
		// The command line reads whole files; nobody outside this process can send anything over this port.
		const own = loopPort((send) => connect(send, Number.POSITIVE_INFINITY))
		return {
			connect,
			connectRoom: serveRouter(createRoomRouter(parts), report),
			client: createClient<Client>(own),
			async close() {
				clearTimeout(chores)
				own.close()
				await close()
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
