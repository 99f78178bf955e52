/** The long works on annotations, over a connection of their own to the workspace's database: on a thread, or beside the host's. */
import { implement } from '@orpc/server'
import { annotationWork } from '#contract/annotation-work.ts'
import type { AnnotationHostClient } from '#contract/index.ts'
import { openBeside } from '../../workspace/database.ts'
import { Sql } from '../../workspace/sql.ts'
import { anchorAnew, staleAmong } from '../anchors.ts'
import { AnnotationStore } from '../store.ts'
import { Texts } from '../texts.ts'
import { exportedPage } from './export.ts'
import { type Around, imported } from './import.ts'
import { ImportLog } from './log.ts'
import { Uploads } from './uploads.ts'
import { writing, writingAtOnce } from './writing.ts'

/** @returns the router, and a way to let go of the database */
export function openWork(dataDir: string, host: AnnotationHostClient) {
	const uploads = new Uploads()
	let opened: { around: Around; close: () => void } | undefined
	function around(): Around {
		if (!opened) {
			const database = openBeside(dataDir)
			const sql = new Sql(database)
			const store = new AnnotationStore(sql)
			opened = { around: { sql, store, texts: new Texts(host), host }, close: () => database.close() }
		}
		return opened.around
	}

	let last: Promise<unknown> = Promise.resolve()
	/** One after the other: they share a connection. */
	async function* inTurn<T, R>(work: (around: Around) => AsyncGenerator<T, R>): AsyncGenerator<T, R> {
		const { promise, resolve } = Promise.withResolvers<void>()
		const before = last
		last = promise
		await before
		try {
			return yield* work(around())
		} finally {
			resolve()
		}
	}

	const os = implement(annotationWork)
	const router = os.router({
		upload: os.upload.handler(({ input }) => uploads.add(input)),
		import: os.import.handler(({ input: { upload, dryRun }, signal }) => {
			const text = uploads.take(upload)
			return inTurn((here) => imported(here, text, { dryRun, signal }))
		}),
		export: os.export.handler(({ input, signal }) => inTurn(({ store }) => exportedPage(store, input.ids, signal))),
		takeBack: os.takeBack.handler(async ({ input: { token, again } }) => ({
			annotations: await resultOf(
				inTurn(({ sql, store }) => writing(sql, host, () => new ImportLog(sql, store).swap(token, again))),
			),
		})),
		anchor: os.anchor.handler(async ({ input: { ids } }) => {
			await resultOf(
				inTurn(async function* ({ sql, store, texts }) {
					yield 0
					const stale = await staleAmong(texts, ids ? store.byIds(ids) : store.list())
					await anchorAnew(store, texts, stale, (work) => writingAtOnce(sql, host, work))
				}),
			)
		}),
	})
	return { router, close: () => opened?.close() }
}

/** @returns what a work ends with. */
async function resultOf<R>(work: AsyncGenerator<unknown, R>): Promise<R> {
	for (;;) {
		const step = await work.next()
		if (step.done) return step.value
	}
}
