/** Entry of the thread that listens for followers. `workerData.root` is the folder of the follower page, where it is not beside. */
import { fileURLToPath } from 'node:url'
import { parentPort, workerData } from 'node:worker_threads'
import type { FromListener, ToListener } from '#backend/classroom/line.ts'
import { makeListener } from './listener.ts'

if (!parentPort) throw new Error('This file is the entry of a worker thread.')
const port = parentPort
const { root = fileURLToPath(new URL('../follower/', import.meta.url)) } = (workerData ?? {}) as { root?: string }
const take = makeListener((message: FromListener) => port.postMessage(message), { root })
port.on('message', (message: ToListener) => void take(message))
