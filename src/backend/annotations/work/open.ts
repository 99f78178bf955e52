/** The long works on annotations as the host sees them: a client of their thread, or of the same code beside the host's own. */
import { MessageChannel, Worker } from 'node:worker_threads'
import { createORPCClient } from '@orpc/client'
import { implement } from '@orpc/server'
import { annotationHost } from '#contract/annotation-work.ts'
import type { AnnotationHostClient, AnnotationWorkClient, WorkerClient } from '#contract/index.ts'
import { createClient } from '#contract/port.ts'
import { loopPort } from '../../rpc/loop.ts'
import { serveRouter } from '../../rpc/serve.ts'
import { openThread } from '../../rpc/thread.ts'
import type { Gate } from '../../workspace/gate.ts'
import { openWork } from './service.ts'

export interface WorkOptions {
	dataDir: string
	library: Pick<WorkerClient['library'], 'text' | 'hashes'>
	/** Closed while the works write. */
	gate: Gate
	/** Entry of the thread; without it everything runs here. */
	worker?: URL | undefined
	report: (error: unknown) => void
}

export interface AnnotationWork {
	client: AnnotationWorkClient
	close(): Promise<void>
}

/** Milliseconds after the last call, until the thread is let go with all that it has in memory. */
const idle = 60_000

export function openAnnotationWork({ dataDir, library, gate, worker, report }: WorkOptions): AnnotationWork {
	const os = implement(annotationHost)
	let release = () => {}
	const served = serveRouter(
		os.router({
			text: os.text.handler(({ input }) => library.text(input)),
			hashes: os.hashes.handler(({ input }) => library.hashes(input)),
			hold: os.hold.handler(() => {
				release()
				release = gate.close()
			}),
			release: os.release.handler(() => release()),
		}),
		report,
	)
	if (!worker) {
		const host = loopPort(served)
		const work = openWork(dataDir, createClient<AnnotationHostClient>(host))
		const port = loopPort((send) => serveRouter(work.router, report)(send, Number.POSITIVE_INFINITY))
		return {
			client: createClient<AnnotationWorkClient>(port),
			async close() {
				port.close()
				host.close()
				work.close()
			},
		}
	}
	const { link, close } = openThread({
		name: 'annotations',
		idle,
		report,
		start() {
			const { port1, port2 } = new MessageChannel()
			const connection = served((message) => port1.postMessage(message))
			port1.on('message', (message) => connection.receive(message))
			port1.unref()
			const started = new Worker(worker, {
				workerData: { dataDir, host: port2 },
				transferList: [port2],
				name: 'annotations',
			})
			// What it was writing when it ended is not kept.
			started.on('exit', () => {
				connection.close()
				release()
			})
			return started
		},
	})
	return { client: createORPCClient<AnnotationWorkClient>(link), close }
}
