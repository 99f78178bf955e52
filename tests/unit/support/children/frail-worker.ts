/** The library worker, but it dies at a word: `die-now` before it answers, `die-later` in the middle of a stream. */
import { parentPort, workerData } from 'node:worker_threads'
import { libraryRouter } from '#backend/library/service.ts'
import { serveRouter } from '#backend/rpc/serve.ts'

const port = parentPort
if (!port) throw new Error('This file is the entry of a worker thread.')
const { packsDir } = workerData as { packsDir: string }
let answersLeft = Number.POSITIVE_INFINITY
const connection = serveRouter(
	libraryRouter(packsDir),
	console.error,
)((message) => {
	port.postMessage(message)
	if (--answersLeft === 0) process.exit(1)
})
port.on('message', (message: string) => {
	if (message.includes('die-now')) throw new Error('dead')
	if (message.includes('die-later')) answersLeft = 3
	connection.receive(message)
})
