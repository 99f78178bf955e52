/** A program on a fresh workspace and the fixture pack, opened once for all tests of a file. */
import { afterAll, beforeAll, vi } from 'vitest'
import { FolderNote } from '#backend/data-folder/note.ts'
import { type Backend, openBackend } from '#backend/index.ts'
import { sourceWorkers } from '../../unit/support/workers.ts'
import { compileFixture, fixturePacks, makeFolder } from './folders.ts'
import type { Opened, Transport } from './transports.ts'

export const hostDescription = {
	name: 'browser',
	version: '1.2.3',
	capabilities: {
		nativeMenus: false,
		printToPdf: false,
		secondScreen: false,
		chooseFolder: true,
		openFolder: true,
		saveFile: true,
		restart: true,
		ownScheme: false,
	},
} as const

export interface Running extends Opened {
	backend: Backend
	/** A folder that is thrown away; the workspace is `workspace` in it. */
	folder: string
	packsDir: string
	/** What the host was asked to do, in order. */
	acts: string[]
	/** Errors that nobody foresaw. A test that makes one fails. */
	unforeseen: unknown[]
}

/**
 * Opens the program behind a transport before the tests of a `describe`, and closes it after them.
 * @param inWorker whether the program has its worker threads.
 */
export function useProgram(transport: Transport, inWorker = false): () => Running {
	// Generous: what is awaited is readiness, on machines that may have much else to do.
	vi.setConfig({ hookTimeout: 60_000 })
	let running: Running
	let end = async () => {}
	beforeAll(async () => {
		const { path, remove } = makeFolder()
		const packsDir = await compileFixture(path)
		const unforeseen: unknown[] = []
		const acts: string[] = []
		const backend = await openBackend({
			dataDir: `${path}/workspace`,
			packsDir,
			packSources: [fixturePacks],
			host: hostDescription,
			actions: {
				chooseFolder: async () => `${path}/chosen`,
				openFolder: async (folder) => void acts.push(`open ${folder}`),
				chooseFile: async (name) => (name.endsWith('.csv') ? `${path}/${name}` : null),
				showFile: (file) => void acts.push(`show ${file}`),
				restart: () => void acts.push('restart'),
			},
			note: new FolderNote(`${path}/data-folder.json`),
			report: (error) => unforeseen.push(error),
			...(inWorker && { workers: sourceWorkers }),
		})
		const opened = await transport.open({ backend, packsDir })
		running = { ...opened, backend, packsDir, folder: path, acts, unforeseen }
		end = async () => {
			await opened.close()
			await backend.close()
			remove()
		}
	})
	afterAll(() => end())
	return () => running
}
