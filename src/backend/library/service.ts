/** Library and search, answering their part of the contract: on the host's thread, or in a worker behind a port. */

import { join } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Router } from '@orpc/server'
import type { workerContract } from '#contract/index.ts'
import { compiledPacks, readIndex, readPack } from '../packs/output.ts'
import { branch } from '../rpc/branch.ts'
import type { SearchEngine } from '../search/engine.ts'
import { Library } from './library.ts'

/** What the branches answer from. */
export interface Loaded {
	loading: Promise<Library>
	indexing: Promise<SearchEngine>
	/** Of citation styles and of templates that ship. */
	folders: { styles: string; templates: string }
}

/**
 * Loads the compiled packs and answers for them. Loading begins at once; calls wait for what they need of it: the library is
 * there first, its indexes are loaded after, so that a window that starts does not wait for a search that nobody has typed yet.
 * @param packsDir folder of compiled packs
 */
export function libraryRouter(packsDir: string) {
	const names = compiledPacks(packsDir)
	const loading = loadLibrary(packsDir, names)
	const indexing = loading.then(async () => loadEngine(packsDir, await names))
	for (const each of [loading, indexing]) each.catch(() => {}) // every call reports it
	const folders = { styles: join(packsDir, '../styles'), templates: join(packsDir, '../templates') }
	const loaded: Loaded = { loading, indexing, folders }
	return {
		citations: branch(async () => (await import('./work/citations.ts')).citationsWork(loaded)),
		exports: branch(async () => (await import('./work/exports.ts')).exportsWork(loaded)),
		library: branch(async () => (await import('./work/library.ts')).libraryWork(loaded)),
		presentations: branch(async () => (await import('./work/presentations.ts')).presentationsWork()),
		search: branch(async () => (await import('./work/search.ts')).searchWork(loaded)),
		templates: branch(async () => (await import('./work/templates.ts')).templatesWork(loaded)),
	} satisfies Router<typeof workerContract, Record<never, never>>
}

async function loadLibrary(packsDir: string, names: Promise<string[]>): Promise<Library> {
	const packs = await Promise.all((await names).map((name) => readPack(packsDir, name)))
	const library = new Library()
	for (const pack of packs) library.add(pack)
	return library
}

/** One index after the other, with a turn for the calls that wait in between. */
async function loadEngine(packsDir: string, names: readonly string[]): Promise<SearchEngine> {
	await nextTurn()
	const { SearchEngine } = await import('../search/engine.ts')
	const engine = new SearchEngine()
	for (const name of names) {
		await nextTurn()
		engine.add(await readIndex(packsDir, name))
	}
	return engine
}
