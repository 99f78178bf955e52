/** Entry of worker threads: the one that holds library and search, so that loading and ranking never block a host, and those that carry cards in and out. */
import { parentPort, workerData } from 'node:worker_threads'
import type { ThreadData } from '../cards/transfer/thread.ts'
import { serveRouter } from '../rpc/serve.ts'
import { libraryRouter } from './service.ts'

if (!parentPort) throw new Error('This file is the entry of a worker thread.')
const port = parentPort
const data = workerData as { task?: undefined; packsDir: string } | ThreadData
if (data.task === 'cards') {
	const { workOnCards } = await import('../cards/transfer/worker.ts')
	await workOnCards(port, data)
} else {
	const connection = serveRouter(libraryRouter(data.packsDir), (error) => console.error(error))((message) =>
		port.postMessage(message),
	)
	port.on('message', (message) => connection.receive(message))
}
