/** The library as the host sees it: a client of the worker thread, or of the same code on the host's own thread. */
import { Worker } from 'node:worker_threads'
import { createORPCClient } from '@orpc/client'
import type { WorkerClient } from '#contract/index.ts'
import { createClient } from '#contract/port.ts'
import { loopPort } from '../rpc/loop.ts'
import { serveRouter } from '../rpc/serve.ts'
import { openThread } from '../rpc/thread.ts'

export interface RemoteLibrary {
	client: WorkerClient
	close(): Promise<void>
}

/** The host alone speaks on this line; it has measured what windows sent, and adds pictures and notes to that. */
const largest = Number.POSITIVE_INFINITY

/** @param worker entry of the worker thread; without it everything runs here */
export async function openLibrary(
	packsDir: string,
	worker: URL | undefined,
	report: (error: unknown) => void,
): Promise<RemoteLibrary> {
	if (worker) {
		const start = () => new Worker(worker, { workerData: { packsDir, largest }, name: 'library' })
		const { link, close } = openThread({ name: 'library', start, report })
		return { client: createORPCClient<WorkerClient>(link), close }
	}
	// A host that has a worker never needs the library's own code.
	const { libraryRouter } = await import('./service.ts')
	const serve = serveRouter(libraryRouter(packsDir), report)
	const port = loopPort((send) => serve(send, largest))
	return { client: createClient<WorkerClient>(port), close: async () => port.close() }
}
