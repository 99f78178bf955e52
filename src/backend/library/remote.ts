/** The library as the host sees it: a client of the worker thread, or of the same code on the host's own thread. */
import { Worker } from 'node:worker_threads'
import type { WorkerClient } from '#contract/index.ts'
import { createClient, type Port } from '#contract/port.ts'
import { loopPort } from '../rpc/loop.ts'
import { serveRouter } from '../rpc/serve.ts'
import { libraryRouter } from './service.ts'

export interface RemoteLibrary {
	client: WorkerClient
	close(): Promise<void>
}

/** @param worker entry of the worker thread; without it everything runs here */
export function openLibrary(
	packsDir: string,
	worker: URL | undefined,
	report: (error: unknown) => void,
): RemoteLibrary {
	if (worker) return inWorker(packsDir, worker, report)
	const port = loopPort(serveRouter(libraryRouter(packsDir), report))
	return { client: createClient<WorkerClient>(port), close: async () => port.close() }
}

function inWorker(packsDir: string, entry: URL, report: (error: unknown) => void): RemoteLibrary {
	const worker = new Worker(entry, { workerData: { packsDir }, name: 'library' })
	worker.unref()
	const closes: (() => void)[] = []
	worker.on('error', report)
	worker.on('exit', () => {
		for (const listen of closes) listen()
	})
	const port: Port = {
		postMessage: (message) => worker.postMessage(message),
		addEventListener: (type: 'message' | 'close', listener: never) => {
			if (type === 'close') closes.push(listener)
			else worker.on('message', (data) => (listener as (event: { data: unknown }) => void)({ data }))
		},
	}
	return {
		client: createClient<WorkerClient>(port),
		close: async () => void (await worker.terminate()),
	}
}
