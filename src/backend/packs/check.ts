/** `library check`: every fault of pack folders by file and line, with progress. */
import { join, relative } from 'node:path'
import type { CheckProgress, Fault } from '#contract/library.ts'
import { readPack } from '#domain/packs/compile.ts'
import { Failure } from '../failure.ts'
import { packFoldersAt, readPackFiles } from './files.ts'

/**
 * Checks pack folders, or folders of packs.
 * @param directories paths; fault files are named relative to the current folder
 * @yields progress for each file, then one `done` with all faults
 */
export async function* checkPacks(directories: readonly string[], signal?: AbortSignal): AsyncGenerator<CheckProgress> {
	const packs: string[] = []
	for (const directory of directories) {
		const found = await packFoldersAt(directory)
		if (!found.length)
			throw new Failure(
				'NOT_FOUND',
				`There is no pack in ${directory}.`,
				'Name a folder that holds pack.yaml, or one above it.',
			)
		packs.push(...found)
	}
	const faults: Fault[] = []
	for (const pack of packs) {
		const files = await readPackFiles(pack)
		let done = 0
		const seen: string[] = []
		const result = readPack(files, (file) => seen.push(file))
		for (const file of seen) {
			if (signal?.aborted)
				throw new Failure('CANCELLED', 'The check was cancelled.', 'Start it again when you want it.')
			yield { type: 'progress', done: ++done, total: seen.length, file: join(pack, file) }
		}
		faults.push(...result.faults.map((fault) => ({ ...fault, file: relative('.', join(pack, fault.file)) })))
	}
	yield { type: 'done', faults, packs: packs.length }
}
