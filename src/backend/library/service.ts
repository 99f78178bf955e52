/** Library and search, answering their part of the contract: on the host's thread, or in a worker behind a port. */
import { implement } from '@orpc/server'
import { workerContract } from '#contract/index.ts'
import { checkPacks } from '../packs/check.ts'
import { readCompiled } from '../packs/output.ts'
import { SearchEngine } from '../search/engine.ts'
import { findingsOf, itemsOf } from './items.ts'
import { Library } from './library.ts'

/**
 * Loads the compiled packs and answers for them. Loading begins at once; calls wait for it.
 * @param packsDir folder of compiled packs
 */
export function libraryRouter(packsDir: string) {
	const loading = load(packsDir)
	loading.catch(() => {}) // every call reports it
	const os = implement(workerContract)
	return os.router({
		library: {
			list: os.library.list.handler(async ({ input }) => itemsOf((await loading).library, input.kind)),
			show: os.library.show.handler(async ({ input }) => (await loading).library.entry(input.id)),
			document: os.library.document.handler(async ({ input }) => (await loading).library.documentView(input.id)),
			comparison: os.library.comparison.handler(async ({ input }) => (await loading).library.comparisonView(input.id)),
			packs: os.library.packs.handler(async () => (await loading).library.packs),
			topics: os.library.topics.handler(async () => (await loading).library.topics()),
			findings: os.library.findings.handler(async () => findingsOf((await loading).library)),
			check: os.library.check.handler(({ input, signal }) => checkPacks(input.directories ?? [], signal)),
		},
		search: {
			query: os.search.query.handler(async ({ input }) =>
				(await loading).engine.query(input.query, input.limit, input.only),
			),
		},
	})
}

async function load(packsDir: string) {
	const library = new Library()
	const engine = new SearchEngine()
	for (const { compiled, index } of await readCompiled(packsDir)) {
		library.add(compiled)
		engine.add(index)
	}
	return { library, engine }
}
