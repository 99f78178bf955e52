/** Entry of the thread that listens for followers. */
import { parentPort } from 'node:worker_threads'
import type { FromListener, ToListener } from '#backend/classroom/line.ts'

if (!parentPort) throw new Error('This file is the entry of a worker thread.')
const port = parentPort
const say = (message: FromListener) => port.postMessage(message)
port.on('message', (message: ToListener) => {
	if (message.type === 'open') say({ type: 'failed', code: 'UNBUILT' })
})
