/** The library as the host sees it: a client of the worker thread, or of the same code on the host's own thread. */
import { Worker } from 'node:worker_threads'
import type { ClientContext, ClientLink } from '@orpc/client'
import { createORPCClient, mapEventIterator } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'
import type { WorkerClient } from '#contract/index.ts'
import { createClient, type Port } from '#contract/port.ts'
import { Failure } from '../failure.ts'
import { loopPort } from '../rpc/loop.ts'
import { isStream, serveRouter } from '../rpc/serve.ts'

export interface RemoteLibrary {
	client: WorkerClient
	close(): Promise<void>
}

/** @param worker entry of the worker thread; without it everything runs here */
export async function openLibrary(
	packsDir: string,
	worker: URL | undefined,
	report: (error: unknown) => void,
): Promise<RemoteLibrary> {
	if (worker) return inWorker(packsDir, worker, report)
	// A host that has a worker never needs the library's own code.
	const { libraryRouter } = await import('./service.ts')
	const port = loopPort(serveRouter(libraryRouter(packsDir), report))
	return { client: createClient<WorkerClient>(port), close: async () => port.close() }
}

/** One worker thread, from its start to its end. */
interface Line {
	worker: Worker
	link: RPCLink<ClientContext>
	ended: boolean
}

function startWorker(packsDir: string, entry: URL, report: (error: unknown) => void): Line {
	const worker = new Worker(entry, { workerData: { packsDir }, name: 'library' })
	worker.unref()
	const closes: (() => void)[] = []
	const port: Port = {
		postMessage: (message) => worker.postMessage(message),
		addEventListener: (type: 'message' | 'close', listener: never) => {
			if (type === 'close') closes.push(listener)
			else worker.on('message', (data) => (listener as (event: { data: unknown }) => void)({ data }))
		},
	}
	// The link's type wants a DOM MessagePort; it uses these two methods alone.
	const line: Line = { worker, link: new RPCLink({ port: port as never }), ended: false }
	worker.on('error', report)
	worker.on('exit', () => {
		line.ended = true
		for (const listen of closes) listen()
	})
	return line
}

/** A worker that dies takes the calls under way with it; the next call finds a fresh one. */
function inWorker(packsDir: string, entry: URL, report: (error: unknown) => void): RemoteLibrary {
	const stopped = () => new Failure('UNAVAILABLE', 'The library has stopped.', 'Try again; it starts anew.')
	let line = startWorker(packsDir, entry, report)
	let closed = false
	const link: ClientLink<ClientContext> = {
		async call(path, input, options) {
			if (closed) throw stopped()
			if (line.ended) line = startWorker(packsDir, entry, report)
			const used = line
			const told = (error: unknown) => (used.ended && !options.signal?.aborted ? stopped() : error)
			try {
				const output = await used.link.call(path, input, options)
				if (!isStream(output)) return output
				return mapEventIterator(output, { value: async (value) => value, error: async (error) => told(error) })
			} catch (error) {
				throw told(error)
			}
		},
	}
	return {
		client: createORPCClient<WorkerClient>(link),
		async close() {
			closed = true
			await line.worker.terminate()
		},
	}
}
