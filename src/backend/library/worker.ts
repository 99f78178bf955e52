/** Entry of the worker thread that holds library and search, so that loading and ranking never block a host. */
import { parentPort, workerData } from 'node:worker_threads'
import { serveRouter } from '../rpc/serve.ts'
import { libraryRouter } from './service.ts'

if (!parentPort) throw new Error('This file is the entry of a worker thread.')
const port = parentPort
const { packsDir, largest } = workerData as { packsDir: string; largest?: number }
const connection = serveRouter(libraryRouter(packsDir), (error) => console.error(error))(
	(message) => port.postMessage(message),
	largest,
)
port.on('message', (message) => connection.receive(message))
