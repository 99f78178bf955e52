/** Library and search, answering their part of the contract: on the host's thread, or in a worker behind a port. */

import { join } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { implement } from '@orpc/server'
import { workerContract } from '#contract/index.ts'
import { compiledPacks, readIndex, readPack } from '../packs/output.ts'
import { SearchEngine } from '../search/engine.ts'
import { findingsOf, itemsOf } from './items.ts'
import { Library } from './library.ts'

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
	const templateWork = () => import('../templates/work.ts')
	const os = implement(workerContract)
	return os.router({
		library: {
			list: os.library.list.handler(async ({ input }) => itemsOf(await loading, input.kind)),
			show: os.library.show.handler(async ({ input }) => (await loading).entry(input.id)),
			document: os.library.document.handler(async ({ input }) => (await loading).documentView(input.id)),
			comparison: os.library.comparison.handler(async ({ input }) => (await loading).comparisonView(input.id)),
			text: os.library.text.handler(async ({ input }) => (await loading).text(input.source)),
			hashes: os.library.hashes.handler(async ({ input }) => (await loading).hashes(input.sources)),
			packs: os.library.packs.handler(async () => (await loading).packs),
			topics: os.library.topics.handler(async () => (await loading).topics()),
			findings: os.library.findings.handler(async () => findingsOf(await loading)),
			check: os.library.check.handler(async function* ({ input, signal }) {
				// What reads packs is as large as all the rest, and is seldom asked for.
				const { checkPacks } = await import('../packs/check.ts')
				yield* checkPacks(input.directories ?? [], signal)
			}),
		},
		citations: {
			cite: os.citations.cite.handler(async ({ input }) =>
				(await import('../citations/copy.ts')).citePassages(await loading, input.passages, input.style, folders.styles),
			),
			list: os.citations.list.handler(async ({ input }) =>
				(await import('../citations/copy.ts')).citeList(await loading, input.ids, input.style, folders.styles),
			),
			file: os.citations.file.handler(async ({ input }) =>
				(await import('../citations/file.ts')).referenceFile(await loading, input.ids, input.format),
			),
		},
		presentations: {
			make: os.presentations.make.handler(async function* ({ input, signal }) {
				const { makePresentation } = await import('../classroom/export/make.ts')
				yield* makePresentation(input, signal)
			}),
		},
		exports: {
			check: os.exports.check.handler(async ({ input }) =>
				(await import('../export/work.ts')).checkExport(await loading, input),
			),
			within: os.exports.within.handler(async ({ input }) =>
				(await import('../export/work.ts')).withinExport(await loading, input),
			),
			preview: os.exports.preview.handler(async ({ input, signal }) => {
				const { previewExport } = await import('../export/work.ts')
				return previewExport(await loading, input, folders, signal ? { signal } : {})
			}),
			make: os.exports.make.handler(async function* ({ input, signal }) {
				const { makeExport } = await import('../export/work.ts')
				yield* makeExport(await loading, input, folders, signal)
			}),
		},
		templates: {
			shipped: os.templates.shipped.handler(async () => (await templateWork()).shippedList(folders)),
			check: os.templates.check.handler(async ({ input }) =>
				(await templateWork()).checkTemplates(input.texts, folders),
			),
			preview: os.templates.preview.handler(async ({ input }) =>
				(await templateWork()).previewTemplate(await loading, input, folders),
			),
		},
		search: {
			query: os.search.query.handler(async ({ input }) => (await indexing).query(input.query, input.limit, input.only)),
		},
	})
}

async function loadLibrary(packsDir: string, names: Promise<string[]>): Promise<Library> {
	const packs = await Promise.all((await names).map((name) => readPack(packsDir, name)))
	const library = new Library()
	for (const pack of packs) library.add(pack)
	return library
}

/** One index after the other, with a turn for the calls that wait in between. */
async function loadEngine(packsDir: string, names: readonly string[]): Promise<SearchEngine> {
	const engine = new SearchEngine()
	for (const name of names) {
		await nextTurn()
		engine.add(await readIndex(packsDir, name))
	}
	return engine
}
